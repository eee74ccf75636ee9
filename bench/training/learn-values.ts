import type { ValueWeights } from '../../src/answer/extraction/values.js';
import { learnMultinomial } from './multinomial.js';
import type { ValueCase, ValueList } from './value-cases.js';

/** How much a question of each set counts: members' are what is asked, and there are few. */
const SET_WEIGHTS = { members: 6, news: 2, squad: 1 } as const;
/** Evidence of fewer values tells of these alone. */
const MIN_VALUES = 40;
const OPTIONS = { epochs: 15, rate: 0.1, sparsity: 2e-5, shrinkage: 1e-5 } as const;
/** A smaller weight tells nothing. */
const LEAST_WEIGHT = 0.01;

/** Learns what each piece of evidence counts for a value to answer: a logistic regression with an L1 penalty. */
export function learnValues(lists: readonly ValueList[]): ValueWeights {
  const counts = new Map<string, number>();
  for (const { mentions } of lists)
    for (const { evidence } of mentions)
      for (const [name] of evidence) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_VALUES).sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const cases = lists.flatMap(({ set, mentions }) =>
    mentions.map(({ evidence, right }) => {
      const known = evidence.flatMap(([name, value]) => {
        const number = numbers.get(name);
        return number === undefined ? [] : [{ number, value }];
      });
      return {
        features: Uint32Array.from(known, ({ number }) => number),
        values: Float32Array.from(known, ({ value }) => value),
        classes: [right ? 1 : 0],
        // A question with many values counts for more than one with few, but not by as much.
        weight: SET_WEIGHTS[set] / Math.sqrt(mentions.length),
      };
    }),
  );
  const { weights } = learnMultinomial(cases, names.length, 2, OPTIONS);
  return Object.fromEntries(
    names.flatMap((name, number) => {
      const weight = (weights[2 * number + 1] ?? 0) - (weights[2 * number] ?? 0);
      return Math.abs(weight) < LEAST_WEIGHT ? [] : [[name, Number(weight.toFixed(3))]];
    }),
  );
}

/** The chance that a value answers, 0 to 1. */
export function valueChance({ evidence }: ValueCase, weights: ValueWeights): number {
  const score = evidence.reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-score));
}

/** The best value of each question by weights that never saw its group, likeliest first. */
export interface JudgedValue {
  readonly set: ValueList['set'];
  readonly chance: number;
  readonly right: boolean;
}

/** A line a set: how often the best value is right, and of how many questions it may be shown with .85 of those right. */
export function valuesReport(lists: readonly ValueList[], judged: readonly JudgedValue[]): string {
  return (['members', 'news', 'squad'] as const)
    .map((set) => {
      const total = lists.filter((list) => list.set === set && list.mentions.length > 0).length;
      const ranked = judged.filter((one) => one.set === set).sort((a, b) => b.chance - a.chance);
      const right = ranked.filter((one) => one.right).length;
      const shown = [0.9, 0.85, 0.8].map(
        (wanted) => `${wanted} ${(most(ranked, wanted) / total).toFixed(3)}`,
      );
      return `${set.padEnd(8)} ${total} questions with values  best right ${(right / total).toFixed(3)}  shown at a precision of ${shown.join(', ')}\n`;
    })
    .join('');
}

/** How many of the likeliest may be shown so that the wanted share of them is right. */
function most(ranked: readonly JudgedValue[], wanted: number): number {
  let [right, best] = [0, 0];
  for (const [index, one] of ranked.entries()) {
    if (one.right) right += 1;
    if (right / (index + 1) >= wanted) best = index + 1;
  }
  return best;
}
