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

/** Why there is no answer, in one sentence that names the words that are missing, where that is why. */
export function explainRefusal(question: Question, ranked: readonly RankedSentence[]): string {
  if (question.terms.length === 0) return 'The question names nothing to look for.';
  const isFound = (index: number): boolean =>
    ranked.some(({ surroundings }) => (surroundings.passage[index] ?? 0) >= FOUND);
  const missing = question.terms.filter((_, index) => !isFound(index));
  if (missing.length === question.terms.length) return 'No article mentions any of it.';
  // A word that only says when, or which type of answer is wanted, need not stand in an article.
  const telling = missing.filter(({ share }) => share >= FOUND).map(({ token }) => `“${token.text}”`);
  if (telling.length > 0) return `No passage near it mentions ${listed(telling)}.`;
  return 'The words occur, but no sentence answers.';
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}
