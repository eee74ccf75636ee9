import type { AnalysedText } from '../analysed-text.js';
import type { Candidate } from '../candidate.js';
import { keyOf, softmax } from './best-spans.js';
import { scoredSpans } from './span-model.js';

/**
 * For some texts the share, 0 to 1, of what a sentence may answer, each of it weighed by its chance, that they hold already. Many
 * articles tell the same story: whoever did not find the answer in the first quote does not find it in the same words of another.
 */
export function alreadySaid(texts: readonly AnalysedText[]): (candidate: Candidate) => number {
  const said = texts.map(({ tokens }) => ` ${keyOf(tokens)} `);
  return (candidate) => shareSaid(candidate, said);
}

function shareSaid(candidate: Candidate, said: readonly string[]): number {
  const spans = scoredSpans(candidate);
  const chances = softmax(spans.map(({ score }) => score));
  return spans.reduce((sum, { first, last }, index) => {
    const key = ` ${keyOf(candidate.analysed.tokens.slice(first, last + 1))} `;
    return said.some((text) => text.includes(key)) ? sum + (chances[index] ?? 0) : sum;
  }, 0);
}
