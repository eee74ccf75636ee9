/** No word of a language that separates words. */
const LONG_TOKEN = /(?<!\S)\S{500,}/g;

/** The text with every endless word, over which wink-nlp takes minutes, as one letter and spaces of the same length. */
export function withoutLongTokens(text: string): string {
  return text.replace(LONG_TOKEN, (word) => 'x'.padEnd(word.length));
}
