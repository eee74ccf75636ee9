import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { UserError } from '../user-error.js';

const Written = z.record(z.string(), z.unknown());

/** "key: value" at the margin, where the value stands on the same line. */
const ENTRY = /^(?<key>[\w-]+)[ \t]*:[ \t]+(?<value>\S.*)$/;
/** A value that goes on in the next lines is left as it is. */
const BLOCK = /^[|>][\d+-]*$/;
/** "#1" in a headline is no comment. */
const NUMBER_SIGN = /\s#\S/;
/** Words without any mark that means something in YAML. */
const PLAIN = /^[a-z0-9](?:[\p{L}\p{N}_.,;'’“”()!?%$/–— -])*$/iu;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s+#.*)?$/;

/** Lines that YAML reads as they stand: a text that begins with a letter or is a date, or one in quotation marks without escapes. */
const SIMPLE =
  /^(?<key>[A-Za-z][\w-]*): (?:"(?<quoted>[^"\\\p{C}]*)"|(?<bare>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?|\p{L}(?:[^\p{C}\s:#]|:(?=\S)| (?=[^\s#]))*))$/u;
/** What YAML takes for something else than a text; and no name of a key. */
const MEANING = /^(?:null|true|false|__proto__)$/i;

/** Reads front matter of which every line is simple, as most programs write it; null for any other. */
function simpleEntries(lines: readonly string[]): Record<string, string> | null {
  const entries: Record<string, string> = {};
  for (const line of lines) {
    const { key, quoted, bare } = SIMPLE.exec(line)?.groups ?? {};
    if (key === undefined || MEANING.test(key) || key in entries) return null;
    if (bare !== undefined && MEANING.test(bare)) return null;
    entries[key] = quoted ?? bare ?? '';
  }
  return entries;
}

/**
 * Parses the YAML of front matter as people write it: what YAML does not take (a colon in a title, "[Video]" before
 * it, an odd quotation mark) is taken as it stands.
 * @throws the error made by `refuse` when it cannot be understood, with a reason that names the line
 */
export function parseFrontMatter(
  yaml: string,
  refuse: (why: string, cause: unknown) => UserError,
): Readonly<Record<string, unknown>> {
  const lines = yaml.split('\n');
  const simple = lines.at(-1) === '' ? simpleEntries(lines.slice(0, -1)) : null;
  if (simple !== null) return simple;
  const sound = lines.map((line, at) => soundLine(line, lines[at + 1] ?? '')).join('\n');
  try {
    return Written.parse(parse(sound, { logLevel: 'error' }) ?? {});
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw refuse('it is not a list of "key: value"', error);
    // Line 1 of the YAML is line 2 of the file.
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw refuse(`line ${line} is not YAML (${error.code.toLowerCase().replaceAll('_', ' ')})`, error);
  }
}

/** Returns the number of the line in the file that a key stands on; null if it cannot be found. */
export function lineOfKey(yaml: string, key: string): number | null {
  const at = yaml.split('\n').findIndex((line) => line.split(':', 1)[0]?.trimEnd() === key);
  // The first line of the file is "---".
  return at < 0 ? null : at + 2;
}

/** Puts a value in quotes if YAML cannot read its line, or would read something else. */
function soundLine(line: string, next: string): string {
  const { key, value: written = '' } = ENTRY.exec(line)?.groups ?? {};
  const value = written.trimEnd();
  const goesOn = /^[ \t]+\S/.test(next);
  if (key === undefined || BLOCK.test(value) || goesOn || QUOTED.test(value)) return line;
  if (PLAIN.test(value)) return line;
  return isSound(line) && !(NUMBER_SIGN.test(value) && key.toLowerCase() === 'title')
    ? line
    : `${key}: ${JSON.stringify(value)}`;
}

function isSound(line: string): boolean {
  try {
    parse(line, { logLevel: 'error' });
    return true;
  } catch {
    return false;
  }
}
