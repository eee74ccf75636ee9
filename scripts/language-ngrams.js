// Stands in a bundle for the file of eld's package that holds its n-grams: the same values, read from a file as they are
// asked for. As objects they take thirty megabytes in each thread, and reading them seventy more. See bundle.js.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of an n-gram: it has six characters at most, and zeros after them. */
const WIDTH = 6;

const { sizes, ...data } = JSON.parse(readFileSync(join(import.meta.dirname, 'language-ngrams.json')));
const bytes = readFileSync(join(import.meta.dirname, 'language-ngrams.bin'));
const { buffer, byteOffset } = bytes;
const starts = new Uint32Array(buffer, byteOffset, sizes.ngrams + 1);
const ngrams = new Uint8Array(buffer, byteOffset + starts.byteLength, sizes.ngrams * WIDTH);
const scores = bytes.subarray(starts.byteLength + ngrams.byteLength);

/** What an n-gram says for each language that it is found in; undefined if it is not known. */
function scoresOf(ngram) {
  let low = 0;
  let high = sizes.ngrams - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compare(middle, ngram);
    if (order === 0) return scoresAt(middle);
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Below zero if the n-gram at a place comes before the given one, above zero if it comes after it. */
function compare(place, ngram) {
  for (let at = 0; at < WIDTH; at++) {
    const difference = ngrams[place * WIDTH + at] - (at < ngram.length ? ngram.charCodeAt(at) : 0);
    if (difference !== 0) return difference;
  }
  return WIDTH - Math.max(WIDTH, ngram.length);
}

function scoresAt(place) {
  const found = {};
  for (let at = starts[place]; at < starts[place + 1]; at++) found[scores[2 * at]] = scores[2 * at + 1];
  return found;
}

export const ngramsData = {
  ...data,
  ngrams: new Proxy(Object.create(null), { get: (_, ngram) => scoresOf(ngram) }),
};
