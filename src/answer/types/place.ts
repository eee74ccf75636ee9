import { canonicalName, namesOf } from './names.js';
import { type AnswerTypeModule, POSSIBLE, SURE, UNLIKELY } from './value-span.js';

/** "Where did it happen?" */
export const place: AnswerTypeModule = {
  type: 'place',
  wanted: 'a place',
  spans: (sentence) =>
    namesOf(sentence, { place: SURE, organisation: POSSIBLE, other: POSSIBLE, person: UNLIKELY }),
  canonical: (span, { sentence }) => canonicalName(sentence, span),
};
