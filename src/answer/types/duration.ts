import { canonicalFigure } from './figures.js';
import { baseUnitOf } from './units.js';
import { type AnswerTypeModule, POSSIBLE, quantitiesOf, SURE, UNLIKELY, wordsOf } from './value-span.js';

const UNIT = /(second|minute|hour|day|week|month|year|decade|centur)/i;

/** "How long did it last?", "How many days did it take?" */
export const duration: AnswerTypeModule = {
  type: 'duration',
  wanted: 'a length of time',
  spans: (sentence, { terms, focus }) => {
    const asked = UNIT.exec(terms[focus]?.token.word ?? '')?.[1];
    return quantitiesOf(sentence, { duration: SURE, count: UNLIKELY, year: UNLIKELY, clock: POSSIBLE }).map(
      (span) => {
        const unit = UNIT.exec(wordsOf(sentence, span))?.[1];
        const isAge = /^[- ]old/.test(sentence.text.slice(span.end));
        return isAge || (asked !== undefined && unit?.toLowerCase() !== asked.toLowerCase())
          ? { ...span, fit: UNLIKELY }
          : span;
      },
    );
  },
  canonical: (span, { sentence }) => {
    const { unit, factor } = baseUnitOf(wordsOf(sentence, span));
    return canonicalFigure(sentence, span, unit, factor);
  },
};
