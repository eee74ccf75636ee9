import type { Quantity, QuantityKind } from '../../text/quantities.js';
import type { Token } from '../../text/tokens.js';
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
  const counted = [
    ...sentence.tokens
      .slice(quantity.last + 1, quantity.last + 8)
      .filter((token) => quantity.counted.includes(token.term)),
    ...countedBefore(sentence, quantity),
  ];
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
  // "Two of his soldiers" counts some of them, not them all; "hundreds of soldiers" does not.
  const isPartitive =
    sentence.tokens[quantity.last + 1]?.word === 'of' &&
    !ROUND.test(sentence.tokens[quantity.last]?.word ?? '');
  if (fitting < 0.5) return isTally ? FAIR : WEAK;
  if (asksSize(matcher)) return tellsSize(sentence, quantity) ? STRONG : OF_PART;
  return isPartitive ? FAIR : FAIR + (STRONG - FAIR) * fitting;
}

/** "The deaths of hundreds of Americans": what befalls so many is counted with them. */
function countedBefore({ tokens }: AnalysedText, { first }: Quantity): readonly Token[] {
  let before = first - 1;
  while (ABOUT.test(tokens[before]?.word ?? '')) before -= 1;
  const noun = tokens[before - 1];
  return tokens[before]?.word === 'of' && noun !== undefined && BEFALLING.test(noun.word) ? [noun] : [];
}

const BEFALLING =
  /^(?:deaths?|loss|losses|killings?|murders?|arrests?|firings?|layoffs?|sackings?|closures?|injur(?:y|ies)|expulsions?|evacuations?|deployments?|resignations?|disappearances?|executions?)$/;

const ROUND = /^(?:dozens|scores|hundreds|thousands|millions|billions)$/;

/** What the number of those is worth who did something, where it is asked how many there are. */
const OF_PART = 0;

/** "How many seats does the parliament have (in total)": how large it is. */
function asksSize({ question: { tokens, terms } }: TermMatcher): boolean {
  const last = tokens.findLastIndex(({ word }) => !IN_ALL.test(word));
  if (MEMBERS.test(tokens[2]?.word ?? '') && terms.every(({ part }) => part !== 'verb')) return true;
  return tokens[last]?.word === 'have' && tokens.some(({ word }) => /^(?:do|does|did)$/.test(word));
}

/** In "how many seats iraq parliament" all of them are asked for. */
const MEMBERS =
  /^(?:seats|members|deputies|lawmakers|legislators|mps|senators|employees|inhabitants|states)$/;

/** The end of "how many has it in total", "how many are there altogether". */
const IN_ALL = /^(?:in|total|all|altogether|overall|now|currently|today)$/;

/** What may stand before a number besides. */
const ABOUT =
  /^(?:about|around|some|roughly|nearly|almost|approximately|over|than|more|least|at|estimated|currently|now|only|just)$/;
const WHOLE =
  /^(?:the|its|their|all|has|have|had|having|with|there|are|were|is|total|contains?|comprises?|includes?|including|boasts?|holds?|operates?|owns?)$/;
const MADE_UP = /^(?:total|consists?|consisting|composed|comprised|up)$/;

/** "Of the 329 lawmakers", "has 329 seats", "the 329-seat parliament", rather than "158 members did not vote". */
function tellsSize({ tokens, text }: AnalysedText, { first, end }: Quantity): boolean {
  let before = first - 1;
  while (ABOUT.test(tokens[before]?.word ?? '')) before -= 1;
  const word = tokens[before]?.word ?? '';
  const isMadeUp = word === 'of' && MADE_UP.test(tokens[before - 1]?.word ?? '');
  return WHOLE.test(word) || isMadeUp || /^[-‑]\p{L}/u.test(text.slice(end));
}

const CALENDAR =
  /\b(?:(?:next |last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|week|month|year|weekend)|yesterday|today|tomorrow|New Year['’]s (?:Eve|Day)|the \d{4}s|(?:early|mid|late)[- ]\d{4}s?)\b/gi;

/** "In which years", "soleimani born year"; not "what happened last year". */
const ASKS_YEAR = /\b(?:what|which)\s+years?\b|(?<!\b(?:last|this|next|a|per)\s+)\byears?\W*$/i;

export function dateSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  return ASKS_YEAR.test(matcher.question.text) ? yearSpans(sentence) : anyDateSpans(sentence);
}

/** A date that names no year may be the answer all the same, where the article's day tells it. */
function yearSpans(sentence: AnalysedText): AnswerSpan[] {
  return anyDateSpans(sentence).map((span) =>
    /\b(?:1\d|20)\d\d\b/.test(sentence.text.slice(span.start, span.end))
      ? span
      : { ...span, fit: WEAK * span.fit },
  );
}

function anyDateSpans(sentence: AnalysedText): AnswerSpan[] {
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
