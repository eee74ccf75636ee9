import { canonicalFigure } from './figures.js';
import { baseUnitOf, dimensionAsked, dimensionOf } from './units.js';
import {
  type AnswerTypeModule,
  LIKELY,
  POSSIBLE,
  quantitiesOf,
  SURE,
  UNLIKELY,
  wordsOf,
} from './value-span.js';

/** "How far did it fly?", "How much did it weigh?" */
export const measure: AnswerTypeModule = {
  type: 'measure',
  wanted: 'a quantity',
  spans: (sentence, question) => {
    const asked = dimensionAsked(question);
    return quantitiesOf(sentence, {
      measure: SURE,
      percent: LIKELY,
      money: POSSIBLE,
      count: POSSIBLE,
      duration: POSSIBLE,
    }).map((span) => {
      if (asked === null) return span;
      // "2,000 pounds" are money and a weight: what is asked tells which.
      return { ...span, fit: dimensionOf(wordsOf(sentence, span)) === asked ? SURE : UNLIKELY };
    });
  },
  canonical: (span, { sentence }) => {
    const { unit, factor } = baseUnitOf(wordsOf(sentence, span));
    return canonicalFigure(sentence, span, unit, factor);
  },
};
