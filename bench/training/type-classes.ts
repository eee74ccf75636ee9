import type { AnswerType } from '../../src/answer/question/answer-type.js';
import type { TrecQuestion } from '../sets/trec-questions.js';

/** What our types are called among the fine classes of TREC, and what TREC does not know. */
const TYPE_OF_FINE: Readonly<Record<string, AnswerType>> = {
  'ABBR:abb': 'thing',
  'ABBR:exp': 'definition',
  'DESC:def': 'definition',
  'DESC:desc': 'definition',
  'DESC:manner': 'manner',
  'DESC:reason': 'reason',
  'HUM:desc': 'definition',
  'HUM:gr': 'organisation',
  'HUM:ind': 'person',
  'HUM:title': 'thing',
  'NUM:code': 'count',
  'NUM:count': 'count',
  'NUM:date': 'date',
  'NUM:dist': 'measure',
  'NUM:money': 'money',
  'NUM:ord': 'count',
  'NUM:other': 'count',
  'NUM:perc': 'percent',
  'NUM:period': 'duration',
  'NUM:speed': 'measure',
  'NUM:temp': 'measure',
  'NUM:volsize': 'measure',
  'NUM:weight': 'measure',
};

const TIME = /\bhow many (?:\w+ )?(?:second|minute|hour|day|week|month|year|decade|centur)/i;
const MEASURE =
  /\bhow many (?:\w+ )?(?:miles|feet|inches|yards|acres|pounds|tons|gallons|kilometers|meters)\b/i;
const AGE = /\b(?:how old|age)\b/i;

/**
 * The type of answer that a question of TREC wants. Some fine classes hold several of ours: "how many miles" is a count
 * there, "how old" a period.
 */
export function typeOfTrec({ fine, question }: TrecQuestion): AnswerType {
  if (fine === 'NUM:count' && TIME.test(question)) return 'duration';
  if (fine === 'NUM:count' && MEASURE.test(question)) return 'measure';
  if (fine === 'NUM:period' && AGE.test(question)) return 'age';
  return TYPE_OF_FINE[fine] ?? (fine.startsWith('LOC:') ? 'place' : 'thing');
}

/** A class that is learned: a type of ours, and the fine class of TREC where it has one. */
export interface TypeClass {
  /** Empty for what TREC does not ask. */
  readonly fine: string;
  readonly type: AnswerType;
}

/** The types that TREC has no question of. */
const OURS_ALONE: readonly AnswerType[] = ['statement', 'event', 'yes or no'];

/** All classes that a set of TREC's questions has, and ours beside them, in alphabetical order. */
export function typeClasses(questions: readonly TrecQuestion[]): TypeClass[] {
  const names = new Set(questions.map((question) => `${question.fine} ${typeOfTrec(question)}`));
  return [
    ...[...names].sort().map((name) => {
      const at = name.indexOf(' ');
      // The name was made from a type, above.
      return { fine: name.slice(0, at), type: name.slice(at + 1) as AnswerType };
    }),
    ...OURS_ALONE.map((type) => ({ fine: '', type })),
  ];
}
