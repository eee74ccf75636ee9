import { canonicalName, namesOf } from './names.js';
import { type AnswerTypeModule, SURE, UNLIKELY } from './value-span.js';

/** "Who won?" */
export const person: AnswerTypeModule = {
  type: 'person',
  wanted: 'a person',
  spans: (sentence) => namesOf(sentence, { person: SURE, other: 0, organisation: UNLIKELY, place: 0 }),
  canonical: (span, { sentence }) => canonicalName(sentence, span),
};
