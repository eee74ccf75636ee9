import { isKindOf } from '../../text/lexicon/noun-hierarchy.js';
import type { AnalysedText } from '../analysed-text.js';
import type { TermMatcher } from '../term-matcher.js';
import { type AnswerSpan, FAIR, STRONG, WEAK, withTokens } from './answer-span.js';
import { clauseCharacter } from './clause.js';
import { eventPlaces } from './event.js';

const REST = String.raw`\b${clauseCharacter(',;')}*`;
const CUES: readonly (readonly [RegExp, number])[] = [
  [new RegExp(String.raw`\b(?:by [a-z-]+ing|by means of|using|through|via)${REST}`, 'giu'), STRONG],
  [new RegExp(String.raw`\b(?:by|with|as)${REST}`, 'giu'), WEAK],
];

/** Clauses that tell how, and acts, events or things by which something is done: "the air strike that killed him". */
export function mannerSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const cued = CUES.flatMap(([pattern, fit]) =>
    [...sentence.text.matchAll(pattern)].flatMap(({ index, 0: words }) =>
      withTokens(sentence, index, index + words.length, fit),
    ),
  );
  return [...cued, ...meansSpans(matcher, sentence)];
}

/** Kinds of what something is done by, or happens through, and words of these kinds that WordNet's nouns lack. */
const MEANS = ['attack', 'accident', 'weapon', 'vehicle'];
const MORE_MEANS =
  /^(?:air)?strikes?$|^(?:drone|bus|train|plane|boat|foot|blast|shooting|earthquake|flood|blaze)(?:s|es)?$/;
const NEAR = 7;

function meansSpans(matcher: TermMatcher, sentence: AnalysedText): AnswerSpan[] {
  const events = eventPlaces(matcher, sentence);
  return sentence.tokens.flatMap(({ word, start, end, stop }, at) => {
    if (stop || sentence.parts[at] !== 'noun' || events.includes(at)) return [];
    if (!MORE_MEANS.test(word) && !MEANS.some((kind) => word === kind || isKindOf(word, kind))) return [];
    const isNear = events.some((event) => Math.abs(event - at) <= NEAR);
    return [{ start, end, first: at, last: at, fit: isNear ? FAIR : WEAK }];
  });
}
