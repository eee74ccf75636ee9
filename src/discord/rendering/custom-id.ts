import { createHash } from 'node:crypto';

/**
 * Separates the parts of a custom id: the action, then its fields. The last field may hold the separator. A
 * button's custom id holds everything it needs, so that the button works after a restart.
 */
const SEPARATOR = ':';

export function customId(action: string, ...fields: readonly (string | number)[]): string {
  return [action, ...fields].join(SEPARATOR);
}

/** Splits a custom id into its action and fields. */
export function parseCustomId(id: string): { action: string; fields: string[] } {
  const [action = '', ...fields] = id.split(SEPARATOR);
  return { action, fields };
}

/** Reads a field that should hold a whole number from 0; takes anything else, as in a forged id, for 0. */
export function wholeNumber(field: string | undefined): number {
  return /^\d{1,15}$/.test(field ?? '') ? Number(field) : 0;
}

/** How many letters of a quote are needed to tell that the article still has it in the same place. */
const SAMPLE = 24;

/** Returns a short code for the beginning of a quote, ignoring white space. */
export function quoteSign(quote: string): string {
  const beginning = quote.replace(/\s+/gu, '').slice(0, SAMPLE);
  return createHash('sha256').update(beginning).digest('base64url').slice(0, 6);
}
