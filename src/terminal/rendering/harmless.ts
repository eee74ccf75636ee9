/**
 * Control characters (terminal escapes begin with one) and characters that change the writing direction. Text
 * with these can hide, overwrite or forge its surroundings in a terminal.
 */
const HARMFUL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Makes text from an article or a question safe to print on a terminal. Keeps its length, so that offsets
 * stay valid.
 */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (character) => (/\s/.test(character) ? ' ' : '\uFFFD'));
}

/**
 * Returns a value as one line of JSON, with the same characters escaped. It is safe to print and never breaks
 * into two lines.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    HARMFUL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
