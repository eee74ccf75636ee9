import { isPlaceWord, namesPlace } from '../../text/lexicon/places.js';
import type { Name, NameKind } from '../../text/names.js';
import type { AnalysedText } from '../analysed-text.js';
import { stems } from '../kind-words.js';
import { FOUND } from '../matching.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, WEAK } from './answer-span.js';
import { eventPlaces } from './event.js';

/** Names and nouns that may answer. */

export function nameSpans(sentence: AnalysedText, fits: Record<NameKind, number>): AnswerSpan[] {
  return sentence.names.flatMap(({ kind, start, end, first, last }: Name) =>
    fits[kind] > 0 ? [{ start, end, first, last, fit: fits[kind] }] : [],
  );
}

const WHERE = /^(?:in|at|near|outside|inside|on|around|across|over)$/;
/** What a place is worth that only qualifies something else: "Iraq's parliament". */
const QUALIFYING = 0.5;
/** A name that is not known as anything is hardly anything else after "in": "in Kadhimiya". */
const UNKNOWN_BUT_IN = 0.9;
/** What a place is worth where something else happened: "in response to his killing they gathered in Mashhad". */
const OF_OTHER_EVENT = 0.6;

/** "Death to America", "a war against Iran": nothing is said to be there. */
const AIMED_AT = /^(?:to|against|toward|towards)$/;
const ONLY_AIMED_AT = 0.25;

/** They lead to a place. */
const MOVING = stems(
  'go travel move flee send sent withdraw head fly flew bring brought take took evacuate come came deport deploy escape transfer',
);

/**
 * Places; best where a preposition says that something is there, and that it is what the question asks of: "in Baghdad", "killed
 * at the Baghdad airport".
 */
export function placeSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const names = nameSpans(sentence, { place: STRONG, unknown: FAIR, organisation: FAIR, person: WEAK });
  const asksWhereTo = matcher.question.terms.some(({ term, part }) => part === 'verb' && MOVING.has(term));
  const events = eventPlaces(matcher, sentence);
  return names.map((span) => {
    let before = span.first - 1;
    if (/^(?:the|a|an|his|her|their|its)$/.test(sentence.tokens[before]?.word ?? '')) before -= 1;
    const preposition = sentence.tokens[before]?.word ?? '';
    const isThere = WHERE.test(preposition) || (preposition === 'to' && asksWhereTo);
    if (!isThere && AIMED_AT.test(preposition)) return { ...span, fit: span.fit * ONLY_AIMED_AT };
    if (!isThere || qualifies(sentence, span)) return { ...span, fit: span.fit * QUALIFYING };
    const fit = preposition === 'in' && span.fit === FAIR ? UNKNOWN_BUT_IN : span.fit;
    return { ...span, fit: isOfOtherEvent(sentence, events, before) ? fit * OF_OTHER_EVENT : fit };
  });
}

/** What is asked of stands before, and another verb between it and the place. */
function isOfOtherEvent({ parts, tokens }: AnalysedText, events: readonly number[], place: number): boolean {
  const event = events.findLast((at) => at < place);
  if (event === undefined) return false;
  const verb = parts.findLastIndex((part, at) => at < place && part === 'verb' && tokens[at]?.stop === false);
  return verb > event;
}

/** "Iraq's parliament", "the U.S. airstrike"; not "the Baghdad airport". */
function qualifies({ text, tokens, parts }: AnalysedText, { last, end }: AnswerSpan): boolean {
  const next = tokens[last + 1];
  const isBeside = next !== undefined && text.slice(end, next.start) === ' ';
  return (
    /^['’]s?\b/.test(text.slice(end)) || (isBeside && parts[last + 1] === 'noun' && !isPlaceWord(next.word))
  );
}

/** In "which group does he lead" they ask for what somebody is at the head of. */
const LEADING = stems('lead head command run chair direct');
/** So many tokens may stand between a leader and what is led: "the leader of Lebanon's Hezbollah". */
const LED = 5;
/** What an organisation is worth beside which nobody is said to lead it. */
const NOT_LED = 0.4;

/** Organisations; where it is asked which one somebody leads, those beside "leader", "chief" or "commands". */
export function organisationSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const spans = nameSpans(sentence, { organisation: STRONG, unknown: FAIR, person: WEAK, place: WEAK });
  const leading = matcher.question.terms.filter(({ term }) => LEADING.has(term));
  if (leading.length === 0) return spans;
  const leaders = sentence.tokens.flatMap((token, at) =>
    matcher.matches(token).some(({ term, strength }) => leading.includes(term) && strength >= FOUND)
      ? [at]
      : [],
  );
  return spans.map((span) => {
    const isLed = leaders.some((at) =>
      at < span.first ? leadsTo(sentence, at, span) : at <= span.last + LED,
    );
    return isLed && !isDemonym(sentence, span) ? span : { ...span, fit: span.fit * NOT_LED };
  });
}

/** "The leader of Lebanon's Hezbollah", "leads Hezbollah"; in "commander Qasem Soleimani" and "leaders were told that Trump …" nobody is led. */
function leadsTo({ tokens, parts }: AnalysedText, leader: number, { first }: AnswerSpan): boolean {
  const opensWhat = /^(?:of|in|at|for)$/.test(tokens[leader + 1]?.word ?? '') || parts[leader] === 'verb';
  return opensWhat && leader >= first - LED;
}

/** "Iranian" before a noun names no organisation. */
function isDemonym({ tokens, parts }: AnalysedText, { first, last }: AnswerSpan): boolean {
  return (
    first === last &&
    namesPlace(tokens[first]?.word ?? '') &&
    /^(?:noun|adjective)$/.test(parts[last + 1] ?? '')
  );
}

/** Names and nouns that the question does not hold; best beside the noun that is asked for ("Fox News" for "which network"). */
export function thingSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const { focus } = matcher.question;
  const head = focus[focus.length - 1];
  const names = nameSpans(sentence, { person: FAIR, place: FAIR, organisation: FAIR, unknown: FAIR });
  const inNames = new Set(names.flatMap(({ first, last }) => range(first, last)));
  const nouns = nounPhrases(sentence, (at) => {
    const token = sentence.tokens[at];
    return !token || inNames.has(at) || matcher.matches(token).some(({ strength }) => strength >= 0.8);
  });
  if (head === undefined) return [...names, ...nouns];
  const isHead = (at: number): boolean => {
    const token = sentence.tokens[at];
    return (
      token !== undefined &&
      matcher.matches(token).some(({ term, strength }) => term.term === head && strength >= 0.5)
    );
  };
  return [...names, ...nouns].map((span) =>
    isHead(span.last + 1) || isHead(span.first - 1) || isHead(span.first - 2)
      ? { ...span, fit: STRONG }
      : span,
  );
}

/** Runs of nouns and what stands before them, which `isOther` tokens end. */
function nounPhrases(sentence: AnalysedText, isOther: (at: number) => boolean): AnswerSpan[] {
  const phrases: AnswerSpan[] = [];
  for (const [at, { start, end, stop }] of sentence.tokens.entries()) {
    if (stop || isOther(at) || !/^(?:noun|adjective|number)$/.test(sentence.parts[at] ?? '')) continue;
    const before = phrases.at(-1);
    const joins = before?.last === at - 1 && /^[ -]$/.test(sentence.text.slice(before.end, start));
    if (before && joins) phrases[phrases.length - 1] = { ...before, end, last: at };
    else phrases.push({ start, end, first: at, last: at, fit: WEAK });
  }
  return phrases;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
