/** No word in a language that separates words is as long. */
const LONG = 500;
const LONG_TOKEN = new RegExp(`(?<!\\S)\\S{${LONG},}`, 'g');

/**
 * Replaces every endless word, over which wink-nlp takes minutes, by one letter and spaces of the same
 * length.
 */
export function withoutLongTokens(text: string): string {
  return text.length < LONG ? text : text.replace(LONG_TOKEN, (word) => 'x'.padEnd(word.length));
}
