import type { SentenceCandidate } from '../../../src/digest/telling/candidates.js';
import { selectFrom } from '../../../src/digest/telling/key-sentences.js';
import type { TellingFeature } from '../../../src/digest/telling/telling.js';
import {
  type FeatureWeights,
  score,
  type TellingWeights,
} from '../../../src/digest/telling/telling-weights.js';
import { share } from '../../metrics/ranking.js';
import { folds } from '../learn-ranking.js';
import type { TellingCase } from './telling-cases.js';

/** A step of a telling: the sentences that may come next, a row of features each, and what each would add. */
interface Step {
  readonly rows: readonly Float64Array[];
  readonly gains: readonly number[];
  readonly weight: number;
}

const OPENING: readonly TellingFeature[] = [
  'first',
  'second',
  'depth',
  'short',
  'long',
  'speech',
  'figure',
  'dated',
  'pastTense',
  'titleLikeness',
  'articleCentrality',
  'central',
  'corroborated',
  'bareName',
];
const ADDING: readonly TellingFeature[] = [
  'first',
  'second',
  'depth',
  'short',
  'speech',
  'figure',
  'dated',
  'titleLikeness',
  'articleCentrality',
  'central',
  'corroborated',
  'bareName',
  'leaning',
  'repeated',
  'restated',
  'next',
];

/** What happened counts more than any other fact. */
const FIRST_FACT = 1.5;
/** How much other facts count for a first sentence that does not say what happened. */
const ASIDE = 0.1;
/** Which sentences come before the second and third depends on the weights, so these are learned again. */
const ROUNDS = 2;
/** As many sentences as the digest gives its first story; and each of the others. */
const LEAD_SENTENCES = 3;
const SENTENCES = 2;
const STEPS = 150;
const RATE = 0.08;
const PENALTY = 0.01;
/** A sentence is told if one with its score adds a fact with this chance. */
const CHANCE = 0.3;

/** Any weights to begin with. */
const PLAIN: TellingWeights = { opening: { central: 1 }, adding: { central: 1 }, least: 0 };

/** Learns which sentence says what happened, which ones add to it, and when no other adds enough. */
export function learnTelling(cases: readonly TellingCase[]): TellingWeights {
  let weights = PLAIN;
  for (let round = 0; round < ROUNDS; round++) {
    const steps = cases.map((each) => stepsOf(each, weights));
    const adding = steps.flatMap(([, ...others]) => others);
    const learned = {
      opening: learnSteps(
        steps.flatMap(([first]) => first ?? []),
        OPENING,
      ),
      adding: learnSteps(adding, ADDING),
    };
    weights = { ...learned, least: leastScore(adding, learned.adding) };
  }
  return weights;
}

/** The steps of a story as the weights tell it. */
function stepsOf(each: TellingCase, weights: TellingWeights): Step[] {
  const telling = each.start();
  const steps: Step[] = [];
  for (let at = 0; at < LEAD_SENTENCES; at++) {
    const names = at === 0 ? OPENING : ADDING;
    const next = telling.next();
    const [best] = next
      .map(({ candidate, features }) => ({
        candidate,
        value: score(features, at === 0 ? weights.opening : weights.adding),
      }))
      .sort((a, b) => b.value - a.value);
    if (best === undefined) break;
    steps.push({
      rows: next.map(({ features }) => Float64Array.from(names, (name) => features[name])),
      gains: next.map(({ candidate }) => gainOf(each, telling.chosen, candidate)),
      weight: each.weight,
    });
    telling.choose(best.candidate);
  }
  return steps;
}

/** How much a sentence adds to those told so far. */
function gainOf(
  { facts }: TellingCase,
  told: readonly SentenceCandidate[],
  { sentence: { text } }: SentenceCandidate,
): number {
  const found = facts.map(
    (fact) => fact.test(text) && !told.some(({ sentence }) => fact.test(sentence.text)),
  );
  const others = found.slice(1).filter(Boolean).length;
  // The first sentence has to say what happened; the others may add to it in any order.
  if (told.length > 0) return (found[0] ? FIRST_FACT : 0) + others;
  return found[0] ? FIRST_FACT + others : ASIDE * others;
}

/**
 * Softmax over the sentences of each step, against what they add (ListNet's top-one loss, Cao et al. 2007), with
 * an L2 penalty, by Adam over all steps at once. Deterministic.
 */
function learnSteps(steps: readonly Step[], names: readonly TellingFeature[]): FeatureWeights {
  const width = names.length;
  const scale = deviations(steps, width);
  const useful = steps
    .filter(({ gains }) => gains.some((gain) => gain > 0))
    .map((step) => ({
      ...step,
      rows: step.rows.map((row) => row.map((value, f) => value / (scale[f] ?? 1))),
    }));
  const total = useful.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(width);
  const [mean, square] = [new Float64Array(width), new Float64Array(width)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(width);
    for (const each of useful) addGradient(each, weights, total, gradient);
    const rate = RATE * (1 - step / (STEPS + 1));
    for (let f = 0; f < width; f++) {
      const g = (gradient[f] ?? 0) + PENALTY * (weights[f] ?? 0);
      mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * g;
      square[f] = 0.999 * (square[f] ?? 0) + 0.001 * g * g;
      const corrected = (mean[f] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((square[f] ?? 0) / (1 - 0.999 ** step));
      weights[f] = (weights[f] ?? 0) - (rate * corrected) / (spread + 1e-8);
    }
  }
  return Object.fromEntries(names.map((name, f) => [name, rounded((weights[f] ?? 0) / (scale[f] ?? 1))]));
}

function addGradient(
  { rows, gains, weight }: Step,
  weights: Float64Array,
  total: number,
  gradient: Float64Array,
): void {
  const scores = rows.map((row) => product(row, weights));
  const top = Math.max(...scores);
  const exponents = scores.map((value) => Math.exp(value - top));
  const all = exponents.reduce((sum, value) => sum + value, 0);
  const right = exponents.reduce((sum, value, at) => sum + value * (gains[at] ?? 0), 0);
  rows.forEach((row, at) => {
    const exponent = exponents[at] ?? 0;
    const error = (weight / total) * (exponent / all - (exponent * (gains[at] ?? 0)) / right);
    for (let f = 0; f < row.length; f++) gradient[f] = (gradient[f] ?? 0) + error * (row[f] ?? 0);
  });
}

function product(row: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let f = 0; f < row.length; f++) sum += (row[f] ?? 0) * (weights[f] ?? 0);
  return sum;
}

/** Standard deviation of each feature, so that one penalty suits all. */
function deviations(steps: readonly Step[], width: number): Float64Array {
  const rows = steps.flatMap((step) => step.rows);
  return Float64Array.from({ length: width }, (_, f) => {
    const mean = rows.reduce((sum, row) => sum + (row[f] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[f] ?? 0) - mean) ** 2, 0) / rows.length;
    return Math.sqrt(variance) || 1;
  });
}

/** The score from which on the best sentence of a step adds a fact often enough: the first of the windows that do. */
function leastScore(steps: readonly Step[], weights: FeatureWeights): number {
  const learned = ADDING.map((name) => weights[name] ?? 0);
  const best = steps
    .map(({ rows, gains }) => {
      const scores = rows.map((row) => product(row, learned));
      const value = Math.max(...scores);
      return { value, adds: (gains[scores.indexOf(value)] ?? 0) > 0 };
    })
    .sort((a, b) => a.value - b.value);
  const window = Math.ceil(best.length / 5);
  for (let from = 0; from + window <= best.length; from++) {
    const part = best.slice(from, from + window);
    if (share(part, ({ adds }) => adds) >= CHANCE) return rounded(part[0]?.value ?? 0);
  }
  return rounded(best.at(-1)?.value ?? 0);
}

const rounded = (value: number): number => Number(value.toFixed(3));

/** What stories tell with weights that were learned on other days, beside the first sentences of an article. */
export function crossValidateTelling(cases: readonly TellingCase[]): string {
  const foldOf = folds(cases.map(({ group }) => group));
  const told = [...new Set(foldOf.values())].flatMap((fold) => {
    const weights = learnTelling(cases.filter(({ group }) => foldOf.get(group) !== fold));
    return cases
      .filter(({ group }) => foldOf.get(group) === fold)
      .map((each) => {
        const limit = each.rank === 1 ? LEAD_SENTENCES : SENTENCES;
        return { each, limit, learned: selectFrom(each.start(), limit, weights) };
      });
  });
  const lead = told.map(({ each, limit }) => ({ each, sentences: leadOf(each, limit) }));
  return [
    report('lead', lead),
    report(
      'learned',
      told.map(({ each, learned }) => ({ each, sentences: learned })),
    ),
    '',
  ].join('\n');
}

type Told = { readonly each: TellingCase; readonly sentences: readonly SentenceCandidate[] };

/** The first sentences that stand alone of the story's most central article. */
function leadOf(each: TellingCase, limit: number): SentenceCandidate[] {
  return each
    .start()
    .next()
    .filter(({ features }) => features.articleCentrality === 1)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function report(name: string, told: readonly Told[]): string {
  const facts = told.flatMap(({ each, sentences }) =>
    each.facts.map((fact, at) => ({
      first: at === 0,
      told: sentences.some(({ sentence }) => fact.test(sentence.text)),
    })),
  );
  const first = share(
    facts.filter((fact) => fact.first),
    (fact) => fact.told,
  );
  const sentences = told.reduce((sum, each) => sum + each.sentences.length, 0) / told.length;
  const all = share(facts, (fact) => fact.told);
  return `${name}: first fact ${first.toFixed(3)}, all facts ${all.toFixed(3)}, ${sentences.toFixed(2)} sentences a story, ${told.length} stories`;
}
