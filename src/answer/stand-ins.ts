import { relatedTerms } from '../text/lexicon/related-words.js';
import { stem } from '../text/stems.js';
import type { Token } from '../text/tokens.js';

/** Names of two words, and what the same is called where they are not said: the White House speaks for the administration. */
const NAMES: readonly { readonly words: readonly string[]; readonly called: readonly string[] }[] = [
  { words: ['white', 'house'], called: ['administration', 'washington'] },
  { words: ['downing', 'street'], called: ['government', 'minister'] },
  { words: ['middle', 'east'], called: ['region', 'mideast'] },
  { words: ['world', 'body'], called: ['un', 'nations'] },
];

/** Capitals, which stand for the governments that sit there: "Tehran wants revenge". Not where something happens in them. */
const CAPITALS: Readonly<Record<string, string>> = {
  ankara: 'turkey',
  baghdad: 'iraq',
  beijing: 'china',
  berlin: 'germany',
  cairo: 'egypt',
  damascus: 'syria',
  delhi: 'india',
  islamabad: 'pakistan',
  kabul: 'afghanistan',
  kyiv: 'ukraine',
  london: 'britain',
  madrid: 'spain',
  moscow: 'russia',
  ottawa: 'canada',
  paris: 'france',
  pyongyang: 'korea',
  riyadh: 'saudi',
  rome: 'italy',
  seoul: 'korea',
  taipei: 'taiwan',
  tehran: 'iran',
  tokyo: 'japan',
  warsaw: 'poland',
};

/** As much as other words that may stand for one another. */
export const STANDS_FOR = 0.6;

/** Where a token begins such a name, the terms that may stand for all of it; where it continues one, none; null elsewhere. */
export function standInTerms(tokens: readonly Token[], at: number): ReadonlyMap<string, number> | null {
  for (const { words, called } of NAMES) {
    const offset = words.indexOf(tokens[at]?.word ?? '');
    const isNamed = offset >= 0 && words.every((word, index) => tokens[at - offset + index]?.word === word);
    if (isNamed) return new Map(offset === 0 ? called.map((word) => [stem(word), STANDS_FOR]) : []);
  }
  const { word = '', term = '' } = tokens[at] ?? {};
  const isPlace = /^(?:in|at|to|from|near|around|of|inside|outside|into|over)$/.test(
    tokens[at - 1]?.word ?? '',
  );
  const country = Object.hasOwn(CAPITALS, word) && !isPlace ? CAPITALS[word] : undefined;
  return country === undefined ? null : new Map([...relatedTerms(term), [stem(country), STANDS_FOR]]);
}
