import { AGAINST, FACT_NAMES } from '../../src/answer/facts/index.js';
import { auroc } from '../metrics/separation.js';
import { type ConfidenceCase, SORTS, type Sort } from './confidence-cases.js';
import { folds } from './learn-ranking.js';
import { fitLogistic, type LogisticCase, logistic, weightedSum } from './logistic.js';

/** Small, so that a fact that is rare and telling (a successor of whom nothing is told) gets its due. */
const PENALTY = 2e-5;
/** The threshold answers at least so many of the answerable questions, in a large archive. */
const ANSWERED = 0.98;
/** Over a few articles fewer: most of what people ask them in vain is on their subject, and looks as if they told it. */
const ANSWERED_BY_FEW = 0.93;

export interface LearnedConfidence {
  /** In the order of `weighedFacts`. */
  readonly weights: readonly number[];
  readonly threshold: number;
  /** That of very small archives. */
  readonly smallThreshold: number;
}

/**
 * Learns to tell answerable questions from others, then stretches the result so that of answers given at a confidence of .8
 * about 80 % are right (Platt 1999).
 */
export function learnConfidence(cases: readonly ConfidenceCase[]): LearnedConfidence {
  const telling = fitLogistic(
    asLogistic(cases, ({ answerable }) => answerable),
    PENALTY,
    neverAboveZero((cases[0]?.facts.length ?? 0) / 2),
  );
  const weights = stretched(telling, cases);
  const chances = (wanted: Sort): number[] =>
    cases.filter(({ sort }) => sort === wanted).map(({ facts }) => logistic(facts, weights));
  return { weights, ...thresholdsBy(chances) };
}

/** Positions of the facts whose weights must not be positive. @param half so many facts are weighed for large archives, and as many for small ones */
function neverAboveZero(half: number): ReadonlySet<number> {
  const positions = FACT_NAMES.slice(0, half).flatMap((name, index) =>
    AGAINST.has(name) ? [index, index + half] : [],
  );
  return new Set(positions);
}

/** Stretches sums of weighed facts into chances to be right, small archives apart from others: they are asked other questions. */
function stretched(telling: readonly number[], cases: readonly ConfidenceCase[]): number[] {
  const half = telling.length / 2;
  const asked = cases.filter(({ answerable }) => answerable);
  const sums = asked.map((item) => {
    const sumFrom = (start: number): number =>
      weightedSum(item.facts.slice(start, start + half), telling.slice(start, start + half));
    // The first fact is always 1: what is left of it says how far the archive is large, or small.
    return { ...item, facts: [item.facts[0] ?? 0, sumFrom(0), item.facts[half] ?? 0, sumFrom(half)] };
  });
  const fitted = fitLogistic(
    asLogistic(sums, ({ right }) => right),
    0,
  );
  return telling.map((weight, index) => {
    const [shift = 0, stretch = 1] = index < half ? fitted.slice(0, 2) : fitted.slice(2);
    return weight * stretch + (index % half === 0 ? shift : 0);
  });
}

/** How well answerable questions are told from each sort of others, by weights that never saw their article. */
export function crossValidateConfidence(cases: readonly ConfidenceCase[]): string {
  const foldOf = folds(cases.map(({ group }) => group));
  const judged = [0, 1, 2, 3].flatMap((fold) => {
    const { weights } = learnConfidence(cases.filter(({ group }) => foldOf.get(group) !== fold));
    const held = cases.filter(({ group }) => foldOf.get(group) === fold);
    return held.map((item) => ({ ...item, chance: logistic(item.facts, weights) }));
  });
  const chances = (sort: Sort): number[] =>
    judged.filter((item) => item.sort === sort).map(({ chance }) => chance);
  const { threshold, smallThreshold } = thresholdsBy(chances);
  const against: readonly (readonly [Sort, Sort])[] = [
    ['answerable', 'off-topic'],
    ['answerable', 'adversarial'],
    ['answerable, few', 'half-topic, few'],
    ['answerable, few', 'adversarial, few'],
    ['answerable, few', 'off-topic, few'],
    ['answerable, news', 'after the archive, news'],
    ['answerable, dossier', 'half-topic, dossier'],
    ['answerable, dossier', 'off-topic, dossier'],
  ];
  return against
    .map(([positive, negative]) => {
      const [yes, no] = [chances(positive), chances(negative)];
      const least = /dossier/.test(positive) ? smallThreshold : threshold;
      const share = (values: readonly number[]): string =>
        (values.filter((chance) => chance >= least).length / Math.max(1, values.length)).toFixed(3);
      const separation = auroc(yes, no).toFixed(3);
      return `${negative.padEnd(24)} AUROC ${separation}  answered ${share(yes)} of “${positive}” and ${share(no)} of these\n`;
    })
    .join('');
}

/** @param chances the confidences in questions of a sort */
function thresholdsBy(
  chances: (sort: Sort) => readonly number[],
): Pick<LearnedConfidence, 'threshold' | 'smallThreshold'> {
  return {
    threshold: quantile(chances('answerable'), 1 - ANSWERED),
    smallThreshold: quantile(chances('answerable, dossier'), 1 - ANSWERED_BY_FEW),
  };
}

/** Every sort counts by its weight, however many cases it has. */
function asLogistic(
  cases: readonly ConfidenceCase[],
  isPositive: (item: ConfidenceCase) => boolean,
): LogisticCase[] {
  const counts = new Map<Sort, number>();
  for (const { sort } of cases) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  return cases.map((item) => ({
    facts: item.facts,
    label: isPositive(item) ? 1 : 0,
    weight: SORTS[item.sort] / (counts.get(item.sort) ?? 1),
  }));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}
