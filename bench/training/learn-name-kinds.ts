import { addWordVector, VECTOR_SIZE } from '../../src/text/lexicon/word-vectors.js';
import { VECTOR_SLOTS } from '../../src/text/name-features.js';
import { NAME_KINDS, type PackedNameKinds } from '../../src/text/name-kinds.js';
import { learnMultinomial } from './multinomial.js';
import type { NameCase } from './name-cases.js';

/** A name to learn from. */
export interface WeightedCase {
  readonly name: NameCase;
  readonly weight: number;
}

/** A feature of fewer names tells of these alone. */
const MIN_NAMES = 6;
const OPTIONS = { epochs: 5, rate: 0.12, sparsity: 8e-6, shrinkage: 1e-6 } as const;
/** The length of a word's vector: longer, and its values count as much as a present feature does. */
const VECTOR_LENGTH = 2;

export function learnNameKinds(cases: readonly WeightedCase[]): PackedNameKinds {
  const counts = new Map<string, number>();
  for (const { name } of cases)
    for (const feature of name.features.present) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_NAMES).sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const { weights } = learnMultinomial(
    cases.map(({ name, weight }) => {
      const features = name.features.present.flatMap((feature) => numbers.get(feature) ?? []);
      const values: number[] = new Array<number>(features.length).fill(1);
      for (const [slot, word] of name.features.words.entries()) {
        if (word === '') continue;
        const vector = new Float32Array(VECTOR_SIZE);
        addWordVector(vector, word, VECTOR_LENGTH);
        if (vector.every((value) => value === 0)) continue;
        for (const [at, value] of vector.entries()) {
          features.push(names.length + slot * VECTOR_SIZE + at);
          values.push(value);
        }
      }
      return {
        features: Uint32Array.from(features),
        values: Float32Array.from(values),
        classes: [name.kind],
        weight,
      };
    }),
    names.length + VECTOR_SLOTS.length * VECTOR_SIZE,
    NAME_KINDS.length,
    OPTIONS,
  );
  const count = NAME_KINDS.length;
  const sparse = weights.subarray(0, names.length * count);
  const dense = weights.subarray(names.length * count).map((weight) => weight * VECTOR_LENGTH);
  const unit = 0.05;
  const kept = names.flatMap((name, row) => {
    const bytes = [...sparse.subarray(row * count, (row + 1) * count)].map((weight) => clamp(weight / unit));
    return bytes.some((byte) => byte !== 0) ? [{ name, bytes }] : [];
  });
  const vectorUnit = dense.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  return {
    unit,
    features: kept.map(({ name }) => name).join('\n'),
    weights: base64(kept.flatMap(({ bytes }) => bytes)),
    vectorUnit,
    vectors: base64([...dense].map((weight) => clamp(weight / vectorUnit))),
  };
}

function clamp(steps: number): number {
  return Math.max(-127, Math.min(127, Math.round(steps)));
}

function base64(bytes: readonly number[]): string {
  return Buffer.from(Int8Array.from(bytes).buffer).toString('base64');
}
