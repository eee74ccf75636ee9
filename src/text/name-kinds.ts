import { addWordVector, VECTOR_SIZE } from './lexicon/word-vectors.js';
import { type NameFeatures, VECTOR_SLOTS } from './name-features.js';
import packed from './name-kinds.json' with { type: 'json' };

export const NAME_KINDS = ['person', 'place', 'organisation', 'other'] as const;

/** How likely a name is of each kind, in the order of `NAME_KINDS`, summing to 1. */
export type KindChances = readonly number[];

/** The weights of a multinomial logistic regression as they are kept. */
export interface PackedNameKinds {
  /** What 1 of a weight stands for. */
  readonly unit: number;
  /** Features, a line each. */
  readonly features: string;
  /** Their weights, one for each kind, feature after feature: signed bytes in base64. */
  readonly weights: string;
  /** The weights of the vectors' values, for each slot, value and kind, likewise. */
  readonly vectorUnit: number;
  readonly vectors: string;
}

/** Weights ready for use. */
export interface NameKindModel {
  readonly unit: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly weights: Int8Array;
  readonly vectorUnit: number;
  readonly vectors: Int8Array;
}

export function unpackNameKinds({
  unit,
  features,
  weights,
  vectorUnit,
  vectors,
}: PackedNameKinds): NameKindModel {
  return {
    unit,
    rows: new Map(features.split('\n').map((name, row) => [name, row])),
    weights: new Int8Array(Buffer.from(weights, 'base64')),
    vectorUnit,
    vectors: new Int8Array(Buffer.from(vectors, 'base64')),
  };
}

let shipped: NameKindModel | undefined;

/** The chances by the weights that are shipped. */
export function nameKindChances(features: NameFeatures): KindChances {
  shipped ??= unpackNameKinds(packed);
  return chancesBy(shipped, features);
}

const COUNT = NAME_KINDS.length;
const vector = new Float32Array(VECTOR_SIZE);

export function chancesBy(
  { unit, rows, weights, vectorUnit, vectors }: NameKindModel,
  { present, words }: NameFeatures,
): KindChances {
  const scores = new Array<number>(COUNT).fill(0);
  for (const name of present) {
    const row = rows.get(name);
    if (row === undefined) continue;
    for (let kind = 0; kind < COUNT; kind++)
      scores[kind] = (scores[kind] ?? 0) + (weights[row * COUNT + kind] ?? 0) * unit;
  }
  for (let slot = 0; slot < VECTOR_SLOTS.length; slot++) {
    const word = words[slot] ?? '';
    if (word === '') continue;
    vector.fill(0);
    addWordVector(vector, word, vectorUnit);
    const start = slot * VECTOR_SIZE * COUNT;
    for (let at = 0; at < VECTOR_SIZE; at++) {
      const value = vector[at] ?? 0;
      for (let kind = 0; kind < COUNT; kind++)
        scores[kind] = (scores[kind] ?? 0) + value * (vectors[start + at * COUNT + kind] ?? 0);
    }
  }
  const top = Math.max(...scores);
  const masses = scores.map((score) => Math.exp(score - top));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}
