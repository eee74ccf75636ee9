import { FEATURE_NAMES } from '../../src/answer/ranking/features/index.js';
import { type LearningOptions, learnWeights, rankOfRight, type TrainingList } from './listwise.js';

export interface TrainingSet {
  readonly name: string;
  /** How much each of its lists counts. */
  readonly weight: number;
  readonly lists: readonly TrainingList[];
}

const FOLDS = 4;
const OPTIONS: LearningOptions = { epochs: 15, rate: 0.03, penalty: 1e-4 };

export function learnRanking(sets: readonly TrainingSet[]): Float64Array {
  return learnWeights(weighted(sets), FEATURE_NAMES.length, OPTIONS);
}

/** A line a set: how often, and how far up, a right sentence comes, each list ranked by weights that never saw its article. */
export function crossValidateRanking(sets: readonly TrainingSet[]): string {
  return [...ranksOfRight(sets)].map(([name, found]) => `${name.padEnd(8)} ${figures(found)}\n`).join('');
}

/** By set, the rank of the first right sentence of each list, under weights that never saw the list's group. */
function ranksOfRight(sets: readonly TrainingSet[]): Map<string, number[]> {
  const foldOf = folds(sets.flatMap(({ lists }) => lists.map(({ group }) => group)));
  const ranks = new Map(sets.map(({ name }) => [name, [] as number[]]));
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = sets.map((set) => ({
      ...set,
      lists: set.lists.filter(({ group }) => foldOf.get(group) !== fold),
    }));
    const weights = learnRanking(seen);
    for (const { name, lists } of sets) {
      for (const list of lists)
        if (foldOf.get(list.group) === fold) ranks.get(name)?.push(rankOfRight(list, weights));
    }
  }
  return ranks;
}

function weighted(sets: readonly TrainingSet[]): TrainingList[] {
  return sets.flatMap(({ weight, lists }) => lists.map((list) => ({ ...list, weight })));
}

/** Which fold each group belongs to. */
export function folds(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(groups)].sort().map((group, index) => [group, index % FOLDS]));
}

function figures(ranks: readonly number[]): string {
  const share = (within: number): string =>
    (ranks.filter((rank) => rank >= 0 && rank < within).length / ranks.length).toFixed(3);
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length;
  return `${ranks.length} questions  R@1 ${share(1)}  R@3 ${share(3)}  R@5 ${share(5)}  MRR ${reciprocal.toFixed(3)}`;
}
