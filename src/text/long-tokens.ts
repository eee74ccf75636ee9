/** Longer than any word in a language that separates words. */
const LONG_TOKEN = /(?<!\S)\S{500,}/g;

/**
 * Replaces every endless word, over which wink-nlp takes minutes, by one letter and spaces of the same
 * length.
 */
export function withoutLongTokens(text: string): string {
  return text.replace(LONG_TOKEN, (word) => 'x'.padEnd(word.length));
}
