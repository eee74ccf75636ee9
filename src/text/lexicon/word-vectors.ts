import packed from './word-vectors.json' with { type: 'json' };

/**
 * How close words are in meaning, by vectors learned from which words occur near which in newswire and
 * Wikipedia (GloVe, Pennington et al. 2014; public domain). The nearest to "toll" are "fatalities",
 * "casualties", "deaths". Made by bench/training/word-vectors.ts.
 */

interface WordVectors {
  readonly dimensions: number;
  readonly rows: ReadonlyMap<string, number>;
  readonly values: Int8Array;
  readonly lengths: Float32Array;
}

let loaded: WordVectors | undefined;

function load(): WordVectors {
  const { dimensions } = packed;
  const values = new Int8Array(Buffer.from(packed.vectors, 'base64'));
  const rows = new Map(packed.words.split(' ').map((word, row) => [word, row]));
  const lengths = new Float32Array(rows.size);
  for (let row = 0; row < rows.size; row++) lengths[row] = Math.sqrt(product(values, dimensions, row, row));
  return { dimensions, rows, values, lengths };
}

/**
 * Compares words with given ones by the cosine of their vectors: 1 for the same word, about .5 and more for
 * words of one topic, about 0 for unrelated words, and 0 if one of them is not among the 30,000 commonest.
 * @param words in lower case, as tokens have them
 * @returns a function that gives the cosine of a word with each of `words`
 */
export function compareWith(words: readonly string[]): (word: string) => readonly number[] {
  loaded ??= load();
  const { dimensions, rows, values, lengths } = loaded;
  const known = words.map((word) => rows.get(word));
  const unknown = words.map(() => 0);
  return (word) => {
    const row = rows.get(word);
    if (row === undefined) return unknown;
    return known.map((other) =>
      other === undefined
        ? 0
        : product(values, dimensions, row, other) / ((lengths[row] ?? 1) * (lengths[other] ?? 1)),
    );
  };
}

/**
 * Adds a word's vector, scaled to length `weight`, to `sum`, which has `VECTOR_SIZE` values. An unknown word
 * adds nothing.
 */
export function addWordVector(sum: Float32Array, word: string, weight: number): void {
  loaded ??= load();
  const { dimensions, rows, values, lengths } = loaded;
  const row = rows.get(word);
  if (row === undefined) return;
  const factor = weight / (lengths[row] ?? 1);
  for (let at = 0; at < dimensions; at++) {
    sum[at] = (sum[at] ?? 0) + factor * (values[row * dimensions + at] ?? 0);
  }
}

/** Returns how rare a word is: 0 for the commonest, growing with the logarithm of its rank. */
export function wordRarity(word: string): number {
  loaded ??= load();
  const row = loaded.rows.get(word) ?? loaded.rows.size;
  return Math.log(1 + row / 50);
}

export const VECTOR_SIZE: number = packed.dimensions;

/** Computes the cosine of two sums of vectors; 0 if one of them is empty. */
export function cosine(left: Float32Array, right: Float32Array): number {
  let [product, ofLeft, ofRight] = [0, 0, 0];
  for (const [at, value] of left.entries()) {
    const other = right[at] ?? 0;
    product += value * other;
    ofLeft += value * value;
    ofRight += other * other;
  }
  return ofLeft === 0 || ofRight === 0 ? 0 : product / Math.sqrt(ofLeft * ofRight);
}

function product(values: Int8Array, dimensions: number, left: number, right: number): number {
  const [leftStart, rightStart] = [left * dimensions, right * dimensions];
  let sum = 0;
  for (let at = 0; at < dimensions; at++) {
    sum += (values[leftStart + at] ?? 0) * (values[rightStart + at] ?? 0);
  }
  return sum;
}
