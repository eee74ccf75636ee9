import type { WordForm } from '../words/word-form.js';
import { numbersIn, sectionsOf } from './binary-file.js';
import { StringTable } from './string-table.js';

/**
 * How close words are in meaning, by vectors learned from which words occur near which in newswire and
 * Wikipedia (GloVe, Pennington et al. 2014; public domain). The nearest to "toll" are "fatalities",
 * "casualties", "deaths". Made by bench/training/word-vectors.ts.
 */

interface WordVectors {
  readonly words: StringTable;
  /** The row of each of the words: their rank from the commonest to the rarest. */
  readonly rows: Uint32Array;
  readonly values: Int8Array;
  /** Of each row; 0 where it has not been worked out yet. */
  readonly lengths: Float32Array;
  /** Of each row, and of a word that has none; 0 where it has not been worked out yet. */
  readonly rarities: Float64Array;
}

/** Values of a vector. */
export const VECTOR_SIZE = 64;

/** The row of a word: its rank from the commonest to the rarest; -1 for one that is not among them. */
export type VectorRow = number;

let loaded: WordVectors | undefined;

function load(): WordVectors {
  const [starts, text, rows, vectors] = sectionsOf('word-vectors.bin');
  if (!starts || !text || !rows || !vectors) throw new Error('The word vectors are not whole');
  const values = new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);
  const words = new StringTable([starts, text]);
  return {
    words,
    rows: numbersIn(rows),
    values,
    lengths: new Float32Array(words.length),
    rarities: new Float64Array(words.length + 1),
  };
}

/** Whether a word is among the 30,000 commonest. */
export function isCommonWord(word: string): boolean {
  return vectorRow(word) >= 0;
}

/** @param word in lower case, as tokens have it */
export function vectorRow(word: string): VectorRow {
  loaded ??= load();
  return loaded.rows[loaded.words.indexOf(word)] ?? -1;
}

/** The same, looked up once for each form. */
export function rowOfForm(form: Pick<WordForm, 'word' | 'row'>): VectorRow {
  form.row ??= vectorRow(form.word);
  return form.row;
}

function lengthOf({ values, lengths }: WordVectors, row: number): number {
  const known = lengths[row] ?? 0;
  if (known > 0) return known;
  lengths[row] = Math.sqrt(product(values, row, row));
  return lengths[row] ?? 1;
}

/**
 * Compares words with given ones by the cosine of their vectors: 1 for the same word, about .5 and more for
 * words of one topic, about 0 for unrelated words, and 0 if one of them is not among the 30,000 commonest.
 * @param words in lower case, as tokens have them
 * @returns a function that gives the cosine of a word, given by its row, with each of `words`
 */
export function compareWith(words: readonly string[]): (row: VectorRow) => readonly number[] {
  loaded ??= load();
  const vectors = loaded;
  const known = words.map(vectorRow);
  const lengths = known.map((row) => (row < 0 ? 0 : lengthOf(vectors, row)));
  const unknown = words.map(() => 0);
  return (row) => {
    if (row < 0) return unknown;
    const length = lengthOf(vectors, row);
    const cosines = new Array<number>(known.length);
    for (let at = 0; at < cosines.length; at++) {
      const other = known[at] ?? -1;
      cosines[at] = other < 0 ? 0 : product(vectors.values, row, other) / (length * (lengths[at] ?? 1));
    }
    return cosines;
  };
}

/**
 * Adds a word's vector, scaled to length `weight`, to `sum`, which has `VECTOR_SIZE` values. An unknown word
 * adds nothing.
 */
export function addWordVector(sum: Float32Array, word: string, weight: number): void {
  addVectorAt(sum, vectorRow(word), weight);
}

/** The same for a word whose row is known. */
export function addVectorAt(sum: Float32Array, row: VectorRow, weight: number): void {
  if (row < 0) return;
  loaded ??= load();
  const { values } = loaded;
  const factor = weight / lengthOf(loaded, row);
  const start = row * VECTOR_SIZE;
  for (let at = 0; at < VECTOR_SIZE; at++) sum[at] = (sum[at] ?? 0) + factor * (values[start + at] ?? 0);
}

/** Returns how rare a word is: 0 for the commonest, growing with the logarithm of its rank. */
export function wordRarity(word: string): number {
  return rarityAt(vectorRow(word));
}

/** The same for a word whose row is known. */
export function rarityAt(row: VectorRow): number {
  loaded ??= load();
  const { rarities, rows } = loaded;
  const rank = row < 0 ? rows.length : row;
  const known = rarities[rank] ?? 0;
  if (known > 0) return known;
  const rarity = Math.log(1 + rank / 50);
  rarities[rank] = rarity;
  return rarity;
}

/** Computes the cosine of two sums of vectors; 0 if one of them is empty. */
export function cosine(left: Float32Array, right: Float32Array): number {
  let product = 0;
  let ofLeft = 0;
  let ofRight = 0;
  for (let at = 0; at < left.length; at++) {
    const value = left[at] ?? 0;
    const other = right[at] ?? 0;
    product += value * other;
    ofLeft += value * value;
    ofRight += other * other;
  }
  return ofLeft === 0 || ofRight === 0 ? 0 : product / Math.sqrt(ofLeft * ofRight);
}

function product(values: Int8Array, left: number, right: number): number {
  const end = (left + 1) * VECTOR_SIZE;
  let sum = 0;
  // Whole numbers, whose sum is far from 2³¹: told so, the processor adds them as such.
  for (let one = left * VECTOR_SIZE, other = right * VECTOR_SIZE; one < end; one += 4, other += 4) {
    sum =
      (sum +
        Math.imul(values[one] ?? 0, values[other] ?? 0) +
        Math.imul(values[one + 1] ?? 0, values[other + 1] ?? 0) +
        Math.imul(values[one + 2] ?? 0, values[other + 2] ?? 0) +
        Math.imul(values[one + 3] ?? 0, values[other + 3] ?? 0)) |
      0;
  }
  return sum;
}
