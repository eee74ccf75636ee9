import { createHash } from 'node:crypto';

/**
 * All that a button needs to know stands in its custom id, so that it works after a restart: the name of what it does,
 * then fields, the last of which may hold the separator.
 */
const SEPARATOR = ':';

export function customId(action: string, ...fields: readonly (string | number)[]): string {
  return [action, ...fields].join(SEPARATOR);
}

/** The action and its fields. */
export function parseCustomId(id: string): { action: string; fields: string[] } {
  const [action = '', ...fields] = id.split(SEPARATOR);
  return { action, fields };
}

/** Letters enough of a quote to tell that the article still has it at the same place. */
const SAMPLE = 24;

/** A short sign of how a quote begins, white space aside. */
export function quoteSign(quote: string): string {
  const beginning = quote.replace(/\s+/gu, '').slice(0, SAMPLE);
  return createHash('sha256').update(beginning).digest('base64url').slice(0, 6);
}
