import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

/** A web page as it was sent, with what is right about it. */
export interface MarkedPage {
  readonly id: string;
  readonly url: string;
  readonly bytes: Buffer;
  /** Rules are written from the pages of the half `a` alone. Which half it is depends on the address. */
  readonly half: 'a' | 'b';
  /** The article's text as people marked it; null where they did not. */
  readonly body: string | null;
  /** Strings that belong to the text. */
  readonly with: readonly string[];
  /** Strings that do not. */
  readonly without: readonly string[];
  readonly title: string | null;
  /** The day of publication, `2020-01-05`. */
  readonly date: string | null;
  /** What was marked on the page. */
  readonly set: 'body' | 'segments' | 'date';
}

const known = z.string().nullish();
const row = z.object({
  id: z.string(),
  set: z.enum(['body', 'segments', 'date']),
  url: z.string(),
  html: z.string(),
  body: known,
  with: z.array(z.string()).default([]),
  without: z.array(z.string()).default([]),
  title: known,
  date: known,
});

/** @param folder holds `pages.jsonl.gz` */
export function readMarkedPages(folder: string): MarkedPage[] {
  return readJsonLines(path.join(folder, 'pages.jsonl.gz'), row).map(
    ({ html, body, title, date, ...rest }) => ({
      ...rest,
      bytes: Buffer.from(html, 'latin1'),
      half: halfOf(rest.url),
      body: body ?? null,
      title: title || null,
      date: date || null,
    }),
  );
}

function halfOf(url: string): 'a' | 'b' {
  const [first = 0] = createHash('sha256').update(url).digest();
  return first % 2 === 0 ? 'a' : 'b';
}
