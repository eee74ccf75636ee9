import { addWordVector, VECTOR_SIZE } from '../../src/text/lexicon/word-vectors.js';
import { namesOfFeatures, VECTOR_SLOTS } from '../../src/text/name-features.js';
import { NAME_KINDS, type PackedNameKinds } from '../../src/text/name-kinds.js';
import { type ClassifiedCase, learnMultinomial } from './multinomial.js';
import type { NameCase } from './name-cases.js';

/** A name to learn from. */
export interface WeightedCase extends Pick<NameCase, 'features' | 'kind'> {
  /** How much it counts. */
  readonly weight: number;
}

/** A feature of fewer names tells of these alone. */
const MIN_NAMES = 6;
const OPTIONS = { epochs: 10, rate: 0.12, sparsity: 6e-6, shrinkage: 1e-6 } as const;
/** The length of a word's vector: longer, and its values count as much as a present feature does. */
const VECTOR_LENGTH = 2;
/** What a step of a kept weight stands for. */
const UNIT = 0.05;
const COUNT = NAME_KINDS.length;

/**
 * Learns the weights of features and of vectors together, by a multinomial logistic regression. The same cases give the same
 * weights.
 */
export function learnNameKinds(cases: readonly WeightedCase[]): PackedNameKinds {
  const names = frequentFeatures(cases);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const { weights } = learnMultinomial(
    cases.map((each) => classified(each, numbers)),
    names.length + VECTOR_SLOTS.length * VECTOR_SIZE,
    COUNT,
    OPTIONS,
  );
  return packed(names, weights);
}

function frequentFeatures(cases: readonly WeightedCase[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of cases)
    for (const name of namesOfFeatures(features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_NAMES).sort();
}

/** The values of the vectors are features like the others, numbered after them. */
function classified(
  { features, kind, weight }: WeightedCase,
  numbers: ReadonlyMap<string, number>,
): ClassifiedCase {
  const present = namesOfFeatures(features).flatMap((name) => numbers.get(name) ?? []);
  const values = new Array<number>(present.length).fill(1);
  for (const [slot, word] of features.words.entries()) {
    const vector = new Float32Array(VECTOR_SIZE);
    addWordVector(vector, word, VECTOR_LENGTH);
    for (const [at, value] of vector.entries()) {
      if (value === 0) continue;
      present.push(numbers.size + slot * VECTOR_SIZE + at);
      values.push(value);
    }
  }
  return { features: Uint32Array.from(present), values: Float32Array.from(values), classes: [kind], weight };
}

function packed(names: readonly string[], weights: Float64Array): PackedNameKinds {
  const kept = names.flatMap((name, row) => {
    const steps = [...weights.subarray(row * COUNT, (row + 1) * COUNT)].map((weight) =>
      toByte(weight / UNIT),
    );
    return steps.some((step) => step !== 0) ? [{ name, steps }] : [];
  });
  const vectors = [...weights.subarray(names.length * COUNT)].map((weight) => weight * VECTOR_LENGTH);
  const vectorUnit = vectors.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  return {
    unit: UNIT,
    features: kept.map(({ name }) => name).join('\n'),
    weights: base64(kept.flatMap(({ steps }) => steps)),
    vectorUnit,
    vectors: base64(vectors.map((weight) => toByte(weight / vectorUnit))),
  };
}

function toByte(steps: number): number {
  return Math.max(-127, Math.min(127, Math.round(steps)));
}

function base64(bytes: readonly number[]): string {
  return Buffer.from(Int8Array.from(bytes).buffer).toString('base64');
}
