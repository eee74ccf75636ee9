import { stem } from '../text/stems.js';
import type { Token } from '../text/tokens.js';

/** Names of two words, and what the same is called where they are not said: the White House speaks for the administration. */
const NAMES: readonly { readonly words: readonly string[]; readonly called: readonly string[] }[] = [
  { words: ['white', 'house'], called: ['administration', 'washington'] },
  { words: ['downing', 'street'], called: ['government', 'minister'] },
  { words: ['middle', 'east'], called: ['region', 'mideast'] },
];

/** As much as other words that may stand for one another. */
const STANDS_FOR = 0.6;

/** Where a token begins such a name, the terms that may stand for all of it; where it continues one, none; null elsewhere. */
export function standInTerms(tokens: readonly Token[], at: number): ReadonlyMap<string, number> | null {
  for (const { words, called } of NAMES) {
    const offset = words.indexOf(tokens[at]?.word ?? '');
    const isNamed = offset >= 0 && words.every((word, index) => tokens[at - offset + index]?.word === word);
    if (isNamed) return new Map(offset === 0 ? called.map((word) => [stem(word), STANDS_FOR]) : []);
  }
  return null;
}
