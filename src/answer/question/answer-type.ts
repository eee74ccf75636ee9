/** What kind of thing a question wants to hear. */
export const ANSWER_TYPES = [
  'count',
  'money',
  'percent',
  'measure',
  'date',
  'duration',
  'age',
  'person',
  'organisation',
  'place',
  'thing',
  'reason',
  'manner',
  'definition',
  'statement',
  'event',
  'yes or no',
] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];
