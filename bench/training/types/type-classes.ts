import type { AnswerType } from '../../../src/answer/question/answer-type.js';
import type { TrecQuestion } from '../../sets/trec-questions.js';

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
const HAPPENED = /^what (?:happen(?:s|ed)|became)\b/i;
const AGE = /\b(?:how old|age)\b/i;

/**
 * The type of answer that a question of TREC wants. Some fine classes hold several of ours: "how many miles" is a count
 * there, "how old" a period.
 */
export function typeOfTrec({ fine, question }: TrecQuestion): AnswerType {
  if (fine === 'NUM:count' && TIME.test(question)) return 'duration';
  if (fine === 'NUM:count' && MEASURE.test(question)) return 'measure';
  if (fine === 'NUM:period' && AGE.test(question)) return 'age';
  if (HAPPENED.test(question)) return 'event';
  return TYPE_OF_FINE[fine] ?? (fine.startsWith('LOC:') ? 'place' : 'thing');
}

/** The kinds of answer that dossiers tell apart. What answers a question there with a number may be any sort of number. */
const TYPES_OF_KIND: Readonly<Record<string, readonly AnswerType[]>> = {
  count: ['count', 'measure'],
  date: ['date'],
  definition: ['definition'],
  manner: ['manner'],
  money: ['money'],
  organisation: ['organisation'],
  percent: ['percent'],
  person: ['person'],
  place: ['place'],
  reason: ['reason'],
  span: ['duration'],
  statement: ['statement'],
  thing: ['thing', 'event'],
  yesno: ['yes or no'],
};

/** The types that a question of a dossier may want; none where its kind says nothing of that. */
export function typesOfDossier(question: string, kind: string): readonly AnswerType[] {
  return kind === 'count' && AGE.test(question) ? ['age'] : (TYPES_OF_KIND[kind] ?? []);
}

/** A class that is learned: a type of ours, and the fine class of TREC where it has one. */
export interface TypeClass {
  /** Empty for what TREC does not ask. */
  readonly fine: string;
  readonly type: AnswerType;
}

/** All classes of TREC that some cases have, and one for each type that they may want and none of these is of. */
export function typeClasses(
  cases: readonly { readonly fine: string | null; readonly types: readonly AnswerType[] }[],
): TypeClass[] {
  const classes = new Map<string, TypeClass>();
  const add = (fine: string, type: AnswerType) => classes.set(`${fine} ${type}`, { fine, type });
  for (const { fine, types } of cases) for (const type of types) if (fine !== null) add(fine, type);
  const known = new Set([...classes.values()].map(({ type }) => type));
  for (const { types } of cases) for (const type of types) if (!known.has(type)) add('', type);
  return [...classes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
