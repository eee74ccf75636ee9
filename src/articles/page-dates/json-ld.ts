import { z } from 'zod';
import { LONGEST_JSON } from '../page-limits.js';
import type { Page } from './page.js';

/** A thing that a page describes in JSON-LD. */
export interface Thing {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

const Fields = z.record(z.string(), z.unknown());
/** Where the page's own article may stand; what lies elsewhere (comments, lists, parts) is another thing. */
const INNER = ['@graph', 'mainEntity', 'mainEntityOfPage', 'subjectOf'];
const DEEPEST = 8;

/** Reads what a page describes in JSON-LD, outermost first. Broken pieces are left out. */
export function thingsOf(document: Page): Thing[] {
  return [...document.querySelectorAll('script')]
    .filter((script) => /^application\/ld\+json/i.test(script.getAttribute('type') ?? ''))
    .flatMap((script) => thingsIn(script.textContent ?? ''));
}

function thingsIn(json: string): Thing[] {
  if (json.length > LONGEST_JSON) return [];
  const value = parsed(json);
  if (value !== null) return things(value, 0);
  // What nobody can parse may still hold its dates.
  const dates = [...json.matchAll(/"(date(?:Published|Modified|Created))"\s*:\s*"([^"]*)"/g)];
  return dates.map(([, key = '', date]) => ({ types: [], fields: { [key]: date } }));
}

/** Some write line breaks into strings, comments around the whole, or a comma too many. */
function parsed(json: string): unknown {
  const bare = json.replace(
    /^\s*(?:<!--|\/\*.*?\*\/|\/\/.*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*(?:;\s*)?$/g,
    '',
  );
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[}\]])/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}

function things(value: unknown, depth: number): Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => things(each, depth + 1));
  const { data: fields } = Fields.safeParse(value);
  if (fields === undefined) return [];
  const types = [fields['@type']].flat().filter((type) => typeof type === 'string');
  return [{ types, fields }, ...INNER.flatMap((key) => things(fields[key], depth + 1))];
}
