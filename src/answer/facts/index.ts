import type { AnswerKind } from '../answer-kind.js';
import { type RankedSentence, worthOf } from '../rank.js';
import { spanSettled, spanSuits } from './best-span.js';
import { byChance, scattered } from './by-chance.js';
import { contrary, deniedInVain } from './contrary.js';
import { exchanged } from './exchanged.js';
import { type Fact, isName, isOther } from './fact.js';
import { noFigure } from './figure.js';
import {
  lacksAnywhere,
  lacksAround,
  lacksHalf,
  lacksInFullest,
  lacksMuch,
  lacksOfClaim,
  lacksSeveral,
} from './missing.js';
import { outOfDate } from './out-of-date.js';
import { asksForName, roleUnbound } from './role.js';
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
  lacksOtherAnywhere: lacksAnywhere(isOther),
  lacksSeveral,
  lacksHalf,
  lacksMuch,
  lacksInFullest,
  lacksOfClaim,
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
  roleUnbound,
  untoldDate,
  spanSuitsDate: spanSuits('date'),
  spanSettledName: spanSettled('person', 'place', 'organisation'),
  byChance,
  scattered,
  outOfDate,
} as const satisfies Readonly<Record<string, Fact>>;

export type FactName = keyof typeof FACTS;

// Object.keys types its result as plain strings; these are the keys of a constant.
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

/** The facts in the order of FACT_NAMES; where there is no candidate, nothing speaks for an answer. */
export function confidenceFacts(ranked: readonly RankedSentence[]): number[] {
  const [best] = ranked;
  return FACT_NAMES.map((name) => (best ? FACTS[name](best, ranked) : name === 'always' ? 1 : 0));
}
