import type { AnalysedText } from '../analysed-text.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, WEAK, withTokens } from './answer-span.js';
import { clauseCharacter } from './clause.js';
import { eventPlaces } from './event.js';

const REST = String.raw`\b${clauseCharacter(';')}*`;
/** What an event makes possible, likely or certain. */
const WOULD = new RegExp(String.raw`\b(?:would|could|will|may|might)${REST}`, 'giu');
/** What it has brought. */
const BROUGHT = new RegExp(
  String.raw`\b(?:(?:has|have|had) (?:already )?(?:\p{L}+ly )?\p{L}+ed|led to|leads? to|leading to|result(?:ed|s|ing) in|caus(?:ed|es|ing)|mean(?:s|t)|allow(?:ed|s|ing)|trigger(?:ed|s|ing)|mark(?:ed|s|ing))${REST}`,
  'giu',
);
/** So many tokens may stand between an event and what comes of it. */
const NEAR = 14;

/** Clauses that tell what an event would lead to or has led to: those whose verb follows it. */
export function consequenceSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const events = eventPlaces(matcher, sentence);
  const clauses = (pattern: RegExp, fit: number): AnswerSpan[] =>
    [...sentence.text.matchAll(pattern)].flatMap(({ index, 0: words }) =>
      withTokens(sentence, index, index + words.length, fit).map((span) => {
        const follows = events.some((at) => at < span.first && span.first - at <= NEAR);
        return follows ? span : { ...span, fit: WEAK * span.fit };
      }),
    );
  return [...clauses(WOULD, STRONG), ...clauses(BROUGHT, FAIR)];
}
