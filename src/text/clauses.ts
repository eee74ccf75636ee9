import type { AnalysedText } from './analysed-text.js';
import { isSingleSpace } from './characters/single-space.js';

const BORDER = /[,;:()—]|["“”]| [-–] /;
const JOINING = new Set('and but while which who although because whereas when after before'.split(' '));

const numbers = new WeakMap<AnalysedText, readonly number[]>();

/** The number of the clause that each token is in: a new one begins after a comma or its like, and at words such as "and" and "which". */
export function clauseNumbers(text: AnalysedText): readonly number[] {
  const known = numbers.get(text);
  if (known) return known;
  let clause = 0;
  const found = text.tokens.map(({ word, start }, at) => {
    if (at > 0 && (isBorder(text.text, text.tokens[at - 1]?.end ?? 0, start) || JOINING.has(word)))
      clause += 1;
    return clause;
  });
  numbers.set(text, found);
  return found;
}

function isBorder(text: string, end: number, start: number): boolean {
  return !isSingleSpace(text, end, start) && BORDER.test(text.slice(end, start));
}
