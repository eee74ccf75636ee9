import { analyseText } from '../../text/analysed-text.js';
import type { Reading } from '../answer.js';
import { FOUND } from '../question/match-strength.js';
import type { Question } from '../question/question.js';
import type { RankedSentence } from '../ranking/rank.js';
import { TermMatcher } from '../retrieval/term-matcher.js';
import { TYPES } from '../types/index.js';

/** How a question was understood, and what of it the best sentence holds. */
export function readingOf(question: Question, best: RankedSentence | undefined): Reading {
  return readingBy(question, best?.evidence.strengths ?? []);
}

/** How a question was understood, and what of it a quote holds. */
export function readingOfQuote(question: Question, quote: string): Reading {
  const matcher = new TermMatcher(
    question,
    question.terms.map(() => 1),
  );
  return readingBy(question, matcher.evidence(analyseText(quote)).strengths);
}

function readingBy(question: Question, strengths: readonly number[]): Reading {
  return {
    wanted: TYPES[question.type].wanted,
    terms: question.terms.map(({ token }) => token.text),
    matched: question.terms
      .filter((_, index) => (strengths[index] ?? 0) >= FOUND)
      .map(({ token }) => token.text),
    followsUp: question.followsUp,
  };
}

/** Why a question in another language has no answer. */
export const ENGLISH_ONLY = 'I read English only.';
