/** No word of a language that separates words. */
const ENDLESS_WORD = /(?<!\S)\S{500,}/g;

/** The text with every endless word, over which wink-nlp takes minutes, as one letter and spaces of the same length. */
export function withoutEndlessWords(text: string): string {
  return text.replace(ENDLESS_WORD, (word) => 'x'.padEnd(word.length));
}
