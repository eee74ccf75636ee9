import { canonicalFigure } from './figures.js';
import { type AnswerTypeModule, POSSIBLE, quantitiesOf, SURE } from './value-span.js';

/** "What percentage voted?" */
export const percent: AnswerTypeModule = {
  type: 'percent',
  wanted: 'a percentage',
  spans: (sentence) => quantitiesOf(sentence, { percent: SURE, count: POSSIBLE }),
  canonical: (span, { sentence }) => canonicalFigure(sentence, span, '%'),
};
