import { addWordVector, VECTOR_SIZE } from './lexicon/word-vectors.js';
import { type NameFeatures, VECTOR_SLOTS } from './name-features.js';
import packed from './name-kinds.json' with { type: 'json' };
import type { WordFeatures } from './name-words.js';
import { softmax } from './softmax.js';

export const NAME_KINDS = ['person', 'place', 'organisation', 'other'] as const;

/** How likely a name is of each kind, in the order of `NAME_KINDS`, summing to 1. */
export type KindChances = readonly number[];

/** The weights of a multinomial logistic regression as they are kept: signed bytes in base64, one a kind, row after row. */
export interface PackedNameKinds {
  /** What 1 of a feature's weight stands for. */
  readonly unit: number;
  /** Features, a line each; each has a row of `weights`. */
  readonly features: string;
  readonly weights: string;
  /** What 1 of a weight of the vectors stands for. Each value of each slot has a row of `vectors`. */
  readonly vectorUnit: number;
  readonly vectors: string;
}

/** Weights ready for use. */
export interface NameKindModel {
  /** By the two parts of a feature. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly weights: Float32Array;
  readonly vectors: Float32Array;
  /** What the features of words add up to, as far as it has been worked out. */
  readonly sums: WeakMap<WordFeatures, Float64Array>;
  /** What the words add in each slot, as far as it has been worked out. */
  readonly slots: readonly Map<string, Float32Array>[];
}

const COUNT = NAME_KINDS.length;
/** So many words are remembered a slot; the words beside names are few, and come again and again. */
const MEMORY_LIMIT = 5_000;

export function unpackNameKinds(kept: PackedNameKinds): NameKindModel {
  return {
    rows: rowsByParts(kept.features.split('\n')),
    weights: inUnits(kept.weights, kept.unit),
    vectors: inUnits(kept.vectors, kept.vectorUnit),
    sums: new WeakMap(),
    slots: VECTOR_SLOTS.map(() => new Map()),
  };
}

function rowsByParts(names: readonly string[]): Map<string, Map<string, number>> {
  const rows = new Map<string, Map<string, number>>();
  for (const [row, name] of names.entries()) {
    const space = name.indexOf(' ');
    const [of, says] = space < 0 ? [name, ''] : [name.slice(0, space), name.slice(space + 1)];
    const its = rows.get(of) ?? new Map<string, number>();
    rows.set(of, its.set(says, row));
  }
  return rows;
}

function inUnits(bytes: string, unit: number): Float32Array {
  const steps = new Int8Array(Buffer.from(bytes, 'base64'));
  const values = new Float32Array(steps.length);
  // Five times as fast as `Float32Array.from` with a function, at every start.
  for (let at = 0; at < values.length; at++) values[at] = (steps[at] ?? 0) * unit;
  return values;
}

let shipped: NameKindModel | undefined;

/** The chances by the weights that are shipped. */
export function nameKindChances(features: NameFeatures): KindChances {
  shipped ??= unpackNameKinds(packed);
  return chancesBy(shipped, features);
}

export function chancesBy(model: NameKindModel, { ofWords, others, words }: NameFeatures): KindChances {
  const scores = new Float64Array(COUNT);
  addFeatures(scores, model, others);
  for (const each of ofWords) addRow(scores, sumOf(model, each), 0);
  for (let slot = 0; slot < VECTOR_SLOTS.length; slot++) {
    const word = words[slot] ?? '';
    if (word !== '') addRow(scores, scoresOfWord(model, slot, word), 0);
  }
  return softmax(scores);
}

function sumOf(model: NameKindModel, word: WordFeatures): Float64Array {
  const before = model.sums.get(word);
  if (before !== undefined) return before;
  const sum = new Float64Array(COUNT);
  addFeatures(sum, model, word.features);
  model.sums.set(word, sum);
  return sum;
}

// The weights are whole steps of one unit, so their sums do not depend on the order.
function addFeatures(
  scores: Float64Array,
  { rows, weights }: NameKindModel,
  features: readonly string[],
): void {
  for (let at = 0; at < features.length; at += 2) {
    const row = rows.get(features[at] ?? '')?.get(features[at + 1] ?? '');
    if (row !== undefined) addRow(scores, weights, row);
  }
}

function addRow(scores: Float64Array, weights: Float32Array | Float64Array, row: number): void {
  for (let kind = 0; kind < COUNT; kind++)
    scores[kind] = (scores[kind] ?? 0) + (weights[row * COUNT + kind] ?? 0);
}

function scoresOfWord({ slots, vectors }: NameKindModel, slot: number, word: string): Float32Array {
  const memory = slots[slot];
  const known = memory?.get(word);
  if (known !== undefined) return known;
  const vector = new Float32Array(VECTOR_SIZE);
  addWordVector(vector, word, 1);
  const scores = new Float32Array(COUNT);
  for (let at = 0; at < VECTOR_SIZE; at++) {
    const value = vector[at] ?? 0;
    const start = (slot * VECTOR_SIZE + at) * COUNT;
    for (let kind = 0; kind < COUNT; kind++)
      scores[kind] = (scores[kind] ?? 0) + value * (vectors[start + kind] ?? 0);
  }
  if (memory && memory.size >= MEMORY_LIMIT) memory.clear();
  memory?.set(word, scores);
  return scores;
}
