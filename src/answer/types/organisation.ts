import { canonicalName, namesOf } from './names.js';
import { type AnswerTypeModule, POSSIBLE, SURE, UNLIKELY } from './value-span.js';

/** "Which company owns it?" */
export const organisation: AnswerTypeModule = {
  type: 'organisation',
  wanted: 'an organisation',
  spans: (sentence) =>
    namesOf(sentence, { organisation: SURE, other: POSSIBLE, place: POSSIBLE, person: UNLIKELY }),
  canonical: (span, { sentence }) => canonicalName(sentence, span),
};
