import type { AnalysedText } from './analysed-text.js';

const BORDER = /[,;:()—]|["“”]| [-–] /;
const JOINING = /^(?:and|but|while|which|who|although|because|whereas|when|after|before)$/;

const numbers = new WeakMap<AnalysedText, readonly number[]>();

/** The number of the clause that each token is in: a new one begins after a comma or its like, and at words such as "and" and "which". */
export function clauseNumbers(text: AnalysedText): readonly number[] {
  const known = numbers.get(text);
  if (known) return known;
  let clause = 0;
  const found = text.tokens.map(({ word, start }, at) => {
    const gap = text.text.slice(text.tokens[at - 1]?.end ?? 0, start);
    if (at > 0 && (BORDER.test(gap) || JOINING.test(word))) clause += 1;
    return clause;
  });
  numbers.set(text, found);
  return found;
}
