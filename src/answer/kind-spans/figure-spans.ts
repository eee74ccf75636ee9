import type { Quantity, QuantityKind } from '../../text/quantities.js';
import type { AnalysedText } from '../analysed-text.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, WEAK, withTokens } from './answer-span.js';

/** Figures and dates that may answer. */

export const byKind =
  (fits: Partial<Record<QuantityKind, number>>) =>
  (quantity: Quantity): number =>
    fits[quantity.kind] ?? 0;

export function quantitySpans(sentence: AnalysedText, fitOf: (quantity: Quantity) => number): AnswerSpan[] {
  return sentence.quantities.flatMap(({ start, end, first, last, ...rest }) => {
    const fit = fitOf({ start, end, first, last, ...rest });
    return fit > 0 ? [{ start, end, first, last, fit }] : [];
  });
}

/** A number that counts the focus is better than any number. */
export function countFit(matcher: TermMatcher, sentence: AnalysedText, quantity: Quantity): number {
  const fits: Partial<Record<QuantityKind, number>> = { count: FAIR, percent: WEAK, ordinal: 0.1 };
  const fit = fits[quantity.kind] ?? 0;
  if (quantity.kind !== 'count') return fit;
  const { focus } = matcher.question;
  if (focus.length === 0) return FAIR;
  const counted = sentence.tokens
    .slice(quantity.last + 1, quantity.last + 8)
    .filter((token) => quantity.counted.includes(token.term));
  const head = focus[focus.length - 1] ?? '';
  const fitting = Math.max(
    0,
    ...counted.flatMap((token) =>
      matcher.matches(token).map(({ term, strength }) => (term.term === head ? strength : 0)),
    ),
  );
  // A tally ("170-0") counts without saying what.
  const isTally =
    quantity.counted.length === 0 && /^\d+[-–]\d+$/.test(sentence.text.slice(quantity.start, quantity.end));
  // "5,200 troops" rather than "two militia forces" where troops are counted.
  // "Two of his soldiers" counts some of them, not them all.
  const isPartitive = sentence.tokens[quantity.last + 1]?.word === 'of';
  if (fitting >= 0.5) return isPartitive ? FAIR : FAIR + (STRONG - FAIR) * fitting;
  return isTally ? FAIR : WEAK;
}

const CALENDAR =
  /\b(?:(?:next |last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|week|month|year|weekend)|yesterday|today|tomorrow|New Year['’]s (?:Eve|Day)|the \d{4}s|(?:early|mid|late)[- ]\d{4}s?)\b/gi;

export function dateSpans(sentence: AnalysedText): AnswerSpan[] {
  const exact = quantitySpans(sentence, byKind({ date: STRONG, year: STRONG, clock: FAIR, ordinal: 0.1 }));
  const loose = [...sentence.text.matchAll(CALENDAR)].flatMap((match) => {
    const bare = /^(?:week|month|year|weekend|may|march)$/i.test(match[0]) && !/^[A-Z]/.test(match[0]);
    return bare ? [] : withTokens(sentence, match.index, match.index + match[0].length, 0.7);
  });
  return [
    ...exact,
    ...loose.filter((span) => !exact.some((other) => span.start < other.end && other.start < span.end)),
  ];
}

const AGE = /\b(?:aged? (?:of )?|turned |turning )?\d{1,3}(?:[- ]years?[- ]olds?)?\b/g;

/** "45 years old", "the 45-year-old", "aged 45", "Smith, 45,". */
export function ageSpans(sentence: AnalysedText): AnswerSpan[] {
  return [...sentence.text.matchAll(AGE)].flatMap((match) => {
    const [before, after] = [
      sentence.text.slice(0, match.index),
      sentence.text.slice(match.index + match[0].length),
    ];
    const inApposition = /, $/.test(before) && /^[,.]/.test(after);
    const explicit = /year|age|turn/.test(match[0]);
    return explicit || inApposition
      ? withTokens(sentence, match.index, match.index + match[0].length, explicit ? STRONG : FAIR)
      : [];
  });
}
