/**
 * Control characters (terminal escapes begin with one) and those that turn the direction of writing: in a terminal, text
 * with these can hide, overwrite or forge what stands around it.
 */
const HARMFUL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Text from an article or a question, made harmless to a terminal. As long as before, so that offsets keep their meaning. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (character) => (/\s/.test(character) ? ' ' : '\uFFFD'));
}

/** A value as one line of JSON, with the same characters escaped: safe to show, and never two lines to any reader. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    HARMFUL,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
