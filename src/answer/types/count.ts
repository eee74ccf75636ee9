import type { AnalysedText } from '../../text/analysed-text.js';
import { matchStrength } from '../question/match-strength.js';
import type { Question } from '../question/question.js';
import { canonicalFigure, isTally } from './figures.js';
import {
  type AnswerTypeModule,
  LIKELY,
  POSSIBLE,
  quantitiesOf,
  SURE,
  UNLIKELY,
  type ValueSpan,
  wordsOf,
} from './value-span.js';

/** "How many troops are in Iraq?" */
export const count: AnswerTypeModule = {
  type: 'count',
  wanted: 'a number',
  spans: countSpans,
  canonical: (span, { sentence }) => canonicalFigure(sentence, span),
};

/** What a number counts stands within this many tokens after it. */
const REACH = 8;

/** Numbers; surest where they count what is asked for ("5,200 U.S. troops"), hardly where they count something else. */
function countSpans(sentence: AnalysedText, { terms, focus }: Question): ValueSpan[] {
  const asked = terms[focus];
  return quantitiesOf(sentence, { count: SURE, ordinal: UNLIKELY, percent: UNLIKELY }).map((span) => {
    if (span.quantity.kind !== 'count' || isTally(wordsOf(sentence, span))) return { ...span, fit: UNLIKELY };
    if (asked === undefined) return span;
    const { counted, last } = span.quantity;
    if (counted.length === 0) return { ...span, fit: LIKELY };
    const words = sentence.forms
      .slice(last + 1, last + 1 + REACH)
      .filter(({ term }) => counted.includes(term));
    const strength = Math.max(0, ...words.map((word) => matchStrength(asked, word)));
    return { ...span, fit: Math.max(POSSIBLE, strength) };
  });
}
