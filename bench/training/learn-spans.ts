import { shareOfBest } from '../../src/answer/spans/likely-span.js';
import { folds } from './learn-ranking.js';
import { fitLogistic, type LogisticCase } from './logistic.js';
import type { SpanList } from './span-lists.js';
import { learnSparse, type SparseOptions, sparseScores } from './sparse-softmax.js';

export interface SpanSet {
  readonly name: string;
  /** How much each of its lists counts. */
  readonly weight: number;
  readonly lists: readonly SpanList[];
}

const FOLDS = 4;
const OPTIONS: SparseOptions = { epochs: 30, rate: 0.05, penalty: 3e-3 };
/** What occurs in fewer spans is chance. */
const RARE = 300;

/** What the learner finds: a weight a feature, and how sure a sentence's best span is by its score and share. */
export interface LearnedSpans {
  /** By the names of the features. */
  readonly weights: ReadonlyMap<string, number>;
  readonly chance: { readonly always: number; readonly ofScore: number; readonly ofShare: number };
  /** A line a set: how well the chosen span agrees with the answers, by weights that never saw its article. */
  readonly report: string;
}

export function learnSpans(sets: readonly SpanSet[], names: readonly string[]): LearnedSpans {
  const foldOf = folds(sets.flatMap(({ lists }) => lists.map(({ group }) => group)));
  const chosen = new Map(sets.map(({ name }) => [name, [] as Chosen[]]));
  const judged: LogisticCase[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isSeen = ({ group }: SpanList): boolean => foldOf.get(group) !== fold;
    const weights = learn(
      sets.map((set) => ({ ...set, lists: set.lists.filter(isSeen) })),
      names.length,
    );
    const alone = weights.map((weight, column) => (names[column]?.startsWith('standing') ? 0 : weight));
    for (const { name, lists } of sets) {
      for (const list of lists.filter((one) => !isSeen(one))) {
        chosen.get(name)?.push(choose(list, weights));
        judged.push(...judgeFirst(list, sparseScores(list, alone)));
      }
    }
  }
  const [always = 0, ofScore = 0, ofShare = 0] = fitLogistic(judged, 0);
  const weights = learn(sets, names.length);
  return {
    weights: new Map(names.map((name, column) => [name, weights[column] ?? 0])),
    chance: { always, ofScore, ofShare },
    report: [...chosen].map(([name, found]) => `${name.padEnd(8)} ${figures(found)}\n`).join(''),
  };
}

/** A highlight that agrees so far with an answer helps. */
const HELPFUL = 0.5;
/** The score and the share of the first sentence's best span, and whether that answers. */
function judgeFirst(list: SpanList, scores: Float64Array): LogisticCase[] {
  const rows = [...scores.keys()]
    .filter((row) => list.rank[row] === 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [best] = rows;
  if (best === undefined) return [];
  const spans = rows.map((row) => ({
    first: list.tokens[row]?.first ?? 0,
    last: list.tokens[row]?.last ?? 0,
    score: scores[row] ?? 0,
  }));
  const label = list.inRight[best] === true && (list.overlap[best] ?? 0) >= HELPFUL ? 1 : 0;
  return [{ facts: [1, scores[best] ?? 0, shareOfBest(spans)], label, weight: 1 }];
}

function learn(sets: readonly SpanSet[], width: number): Float64Array {
  const frequent = frequencies(sets, width);
  const lists = sets.flatMap(({ weight, lists }) => lists.map((list) => ({ ...list, weight })));
  return learnSparse(lists, width, OPTIONS).map((weight, column) => (frequent[column] ? weight : 0));
}

function frequencies(sets: readonly SpanSet[], width: number): boolean[] {
  const counts = new Float64Array(width);
  for (const { lists } of sets)
    for (const { columns } of lists) for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  return Array.from(counts, (count) => count >= RARE);
}

interface Agreement {
  readonly exact: number;
  readonly overlap: number;
}

/** The best span of the first sentence, of any sentence, and of the sentences that answer; null where none does. */
interface Chosen {
  readonly first: Agreement;
  readonly any: Agreement;
  readonly right: Agreement | null;
}

function choose(list: SpanList, weights: Float64Array): Chosen {
  const scores = sparseScores(list, weights);
  const best = (passes: (row: number) => boolean): Agreement | null => {
    let found = -1;
    for (const [row, score] of scores.entries())
      if (passes(row) && (found < 0 || score > (scores[found] ?? 0))) found = row;
    return found < 0 ? null : { exact: list.exact[found] ?? 0, overlap: list.overlap[found] ?? 0 };
  };
  const nothing: Agreement = { exact: 0, overlap: 0 };
  return {
    first: best((row) => list.rank[row] === 0) ?? nothing,
    any: best(() => true) ?? nothing,
    right: best((row) => list.inRight[row] === true),
  };
}

function figures(chosen: readonly Chosen[]): string {
  const mean = (of: readonly Agreement[]): string => {
    const share = (part: keyof Agreement): string =>
      (of.reduce((sum, agreement) => sum + agreement[part], 0) / Math.max(1, of.length)).toFixed(3);
    return `EM ${share('exact')} F1 ${share('overlap')}`;
  };
  const right = chosen.flatMap((item) => item.right ?? []);
  return `${chosen.length} questions  first sentence ${mean(chosen.map(({ first }) => first))}  any sentence ${mean(chosen.map(({ any }) => any))}  right sentences ${mean(right)}`;
}
