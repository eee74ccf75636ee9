import { AnalysedText } from '../../../src/answer/analysed-text.js';
import { type Scene, sceneOf } from '../../../src/answer/spans/scene.js';
import { type DescribedSpan, describedSpans } from '../../../src/answer/spans/traits.js';
import { candidateOf } from '../fixtures.js';

/** The words of runs of tokens. */
export function wordsOf(
  text: AnalysedText,
  runs: readonly { readonly first: number; readonly last: number }[],
): string[] {
  return runs.map(({ first, last }) => text.text.slice(text.tokens[first]?.start, text.tokens[last]?.end));
}

export function analysed(text: string): AnalysedText {
  return new AnalysedText(text);
}

/** The span of a sentence that has just these words. */
export function spanOf(text: AnalysedText, words: string): DescribedSpan {
  const found = describedSpans(text).find(({ start, end }) => text.text.slice(start, end) === words);
  if (found === undefined) throw new Error(`no span: ${words}`);
  return found;
}

/** A sentence with a question's words in it, and one of its spans. */
export function spanInScene(question: string, sentence: string, words: string): [DescribedSpan, Scene] {
  const scene = sceneOf(candidateOf(question, sentence));
  return [spanOf(scene.text, words), scene];
}
