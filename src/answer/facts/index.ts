import type { AnswerKind } from '../answer-kind.js';
import { type RankedSentence, worthOf } from '../rank.js';
import { spanSettled, spanSuits } from './best-span.js';
import { byChance, scattered } from './by-chance.js';
import { contrary, deniedInVain } from './contrary.js';
import { exchanged } from './exchanged.js';
import { type Fact, isName } from './fact.js';
import { noFigure } from './figure.js';
import {
  lacksAround,
  lacksHalf,
  lacksInFullest,
  lacksMuch,
  lacksOfClaim,
  lacksOfNamed,
  lacksSeveral,
} from './missing.js';
import { outOfDate } from './out-of-date.js';
import { asksForName } from './role.js';
import { namesApart, untoldDate } from './told-together.js';
import { ungiven } from './ungiven.js';

/** Questions of some kinds are asked in vain more often than others: "when was he born" than "why did they vote". */
const asksFor =
  (...kinds: readonly AnswerKind[]): Fact =>
  ({ candidate }) =>
    kinds.includes(candidate.matcher.question.kind) ? 1 : 0;

/** Sums of features come to tens. */
const SCORE_SCALE = 10;
const MANY_TERMS = 8;

/** All facts by the names under which weights.json knows them. */
const FACTS = {
  always: () => 1,
  lacksNameAround: lacksAround(isName),
  lacksSeveral,
  lacksHalf,
  lacksMuch,
  lacksInFullest,
  lacksOfClaim,
  lacksOfNamed,
  namesApart,
  noFigure,
  deniedInVain,
  contrary,
  exchanged,
  /** How much of the probability the ranker gives to its first choice. */
  firstShare: (best, ranked) => 1 / ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0),
  /** How well the ranker likes its first choice, all features together but those of time: news alone makes nobody sure. */
  score: (best) => (best.score - worthOf(best, ['timely', 'fresh'])) / SCORE_SCALE,
  manyTerms: ({ candidate }) => Math.min(1, candidate.matcher.question.terms.length / MANY_TERMS),
  asksFigure: asksFor('count', 'money', 'percent', 'measure', 'age', 'span'),
  asksDate: asksFor('date'),
  asksWho: asksFor('person', 'place', 'organisation'),
  asksReason: asksFor('reason', 'manner', 'consequence'),
  asksStatement: asksFor('statement'),
  asksThing: asksFor('thing'),
  asksForName,
  ungiven,
  untoldDate,
  spanSuitsDate: spanSuits('date'),
  spanSettledName: spanSettled('person', 'place', 'organisation'),
  byChance,
  scattered,
  outOfDate,
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof FACTS;

/** What is missing or does not fit never speaks for an answer: where a few cases say so, they say so by chance. */
export const AGAINST: ReadonlySet<FactName> = new Set<FactName>([
  'lacksNameAround',
  'lacksSeveral',
  'lacksHalf',
  'lacksMuch',
  'lacksInFullest',
  'lacksOfClaim',
  'lacksOfNamed',
  'namesApart',
  'noFigure',
  'deniedInVain',
  'contrary',
  'exchanged',
  'ungiven',
  'untoldDate',
  'byChance',
  'scattered',
  'outOfDate',
]);

// Object.keys types its result as plain strings; these are the keys of a constant.
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

/** The facts in the order of FACT_NAMES; where there is no candidate, nothing speaks for an answer. */
export function confidenceFacts(ranked: readonly RankedSentence[]): number[] {
  const [best] = ranked;
  return FACT_NAMES.map((name) => (best ? FACTS[name](best, ranked) : name === 'always' ? 1 : 0));
}
