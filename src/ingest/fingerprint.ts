import { createHash } from 'node:crypto';

/** A summary of a text by which another printing of the same text is recognised. */
export interface Fingerprint {
  /** Hash of the words alone, in order: equal if only case, punctuation and spaces differ. */
  readonly hash: string;
  readonly words: number;
  /** Hashes of a sample of its shingles, which are runs of words. */
  readonly shingles: ReadonlySet<number>;
  /** The numbers in the text: a report on another day has different ones, even if its words are the same. */
  readonly figures: ReadonlySet<string>;
}

/** Words in a shingle. */
const SHINGLE = 5;
/** One shingle in this many is kept: the same ones of every text, so that samples compare as the texts do. */
const SAMPLE = 8;
/** Shorter texts share shingles by chance; only equal ones are the same. */
const FEWEST_WORDS = 40;
/**
 * The share of the shorter text's shingles that the longer one must hold for one to be a copy of the other.
 */
const COPY = 0.7;
/** The same for figures. */
const SAME_FIGURES = 0.9;
/** The share of the longer text's words below which the shorter one is an excerpt, not a copy. */
const SHORTEST_PART = 0.5;

export function fingerprint(text: string): Fingerprint {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(folded);
  const hashes = words.map(hashOfWord);
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    const hash = hashOfShingle(hashes, at);
    if (hash % SAMPLE === 0) shingles.add(hash);
  }
  return {
    hash: createHash('sha256').update(words.join(' ')).digest('hex'),
    words: words.length,
    shingles,
    figures: new Set(words.filter((word) => /\d/.test(word))),
  };
}

/**
 * Whether one text is a copy of the other, perhaps cut or edited a little, rather than another report made of
 * the same words.
 */
export function isCopy(one: Fingerprint, other: Fingerprint): boolean {
  const [short, long] = one.words <= other.words ? [one, other] : [other, one];
  if (short.hash === long.hash) return true;
  return (
    short.words >= FEWEST_WORDS &&
    short.words >= long.words * SHORTEST_PART &&
    shareIn(short.shingles, long.shingles) >= COPY &&
    shareIn(short.figures, long.figures) >= SAME_FIGURES
  );
}

function shareIn<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): number {
  let common = 0;
  for (const each of some) if (others.has(each)) common += 1;
  return some.size === 0 ? 1 : common / some.size;
}

/** Removes accents, so that different spellings of one name are one word. Most words have none. */
function folded(word: string): string {
  return /^[a-z0-9]*$/.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, '');
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the characters of a word. */
function hashOfWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** FNV-1a over the hashes of the words of a shingle. */
function hashOfShingle(words: readonly number[], start: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < start + SHINGLE; at++) hash = Math.imul(hash ^ (words[at] ?? 0), FNV_PRIME);
  // FNV's low bits are its weakest, and they decide what is sampled.
  return (hash ^ (hash >>> 15)) >>> 0;
}
