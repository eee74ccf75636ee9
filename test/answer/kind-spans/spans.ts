import { AnalysedText } from '../../../src/answer/analysed-text.js';
import { findAnswerSpans } from '../../../src/answer/answer-spans.js';
import { matcherOf } from '../fixtures.js';

/** How well the best span of a sentence fits a question, 0 to 1. */
export function bestFit(question: string, sentence: string): number {
  return findAnswerSpans(matcherOf(question), new AnalysedText(sentence))[0]?.fit ?? 0;
}
