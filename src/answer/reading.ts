import { analyseText } from './analysed-text.js';
import type { Reading } from './answer.js';
import type { AnswerKind } from './answer-kind.js';
import { outOfDate } from './facts/out-of-date.js';
import { FOUND } from './matching.js';
import type { Question } from './question.js';
import type { RankedSentence } from './rank.js';
import { TermMatcher } from './term-matcher.js';

const WANTED: Readonly<Record<AnswerKind, string>> = {
  count: 'a number',
  money: 'an amount of money',
  percent: 'a percentage',
  measure: 'a quantity',
  date: 'a date or time',
  span: 'a length of time',
  age: 'an age',
  person: 'a person',
  place: 'a place',
  organisation: 'an organisation',
  reason: 'a reason',
  consequence: 'what comes of something',
  manner: 'how something is done',
  definition: 'who or what something is',
  statement: 'what somebody said',
  'yes or no': 'whether something is so',
  thing: 'something that fits the words',
};

/** From here on the best article is too old for a question about these days. */
const OLD = 0.5;

/** How a question was understood, and what of it the best sentence holds. */
export function readingOf(question: Question, best: RankedSentence | undefined): Reading {
  return readingBy(question, best?.candidate.evidence.strengths ?? []);
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
    wanted: WANTED[question.kind],
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
  const found = (index: number): boolean =>
    ranked.some(({ candidate: { surroundings } }) => (surroundings.passage[index] ?? 0) >= FOUND);
  const missing = question.terms.filter((_, index) => !found(index)).map(({ token }) => `“${token.text}”`);
  if (missing.length === question.terms.length) return 'No article mentions any of it.';
  const [best] = ranked;
  if (best !== undefined && outOfDate(best, ranked) > OLD)
    return 'What the archive has on it is older than that.';
  if (missing.length > 0) return `No passage near it mentions ${listed(missing)}.`;
  return 'The words occur, but no sentence answers.';
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}
