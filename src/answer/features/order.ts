import { denies } from '../../text/lexicon/negations.js';
import type { Candidate, Feature } from '../candidate.js';
import { STRENGTH } from '../matching.js';
import type { TermMatcher } from '../term-matcher.js';

/** How far the sentence repeats the question's own sequence of words, function words included. */

/** The question's words without those that ask. */
function wordsOf(matcher: TermMatcher): readonly string[] {
  const asking = /^(?:who|whom|whose|what|which|when|where|why|how|did|does|do|many|much|whats|whos)$/;
  return matcher.question.tokens
    .map((token) => (token.stop ? token.word : token.term))
    .filter((word) => !asking.test(word));
}

interface Sequences {
  readonly words: readonly string[];
  /** Each word, and each run of two or three neighbouring words, once. */
  readonly runs: Readonly<Record<1 | 2 | 3, ReadonlySet<string>>>;
}

const sequences = new WeakMap<TermMatcher, Sequences>();

function sequencesOf(matcher: TermMatcher): Sequences {
  const known = sequences.get(matcher);
  if (known) return known;
  const words = wordsOf(matcher);
  const runs = (length: number) => new Set(words.flatMap((_, at) => runAt(words, at, length) ?? []));
  const made = { words, runs: { 1: runs(1), 2: runs(2), 3: runs(3) } };
  sequences.set(matcher, made);
  return made;
}

function runAt(words: readonly string[], at: number, length: number): string | null {
  return at + length <= words.length ? words.slice(at, at + length).join(' ') : null;
}

const wordsOfCandidates = new WeakMap<Candidate, readonly string[]>();

/** Its words; a name that is spelled in another way is written as in the question. */
function sentenceWords(candidate: Candidate): readonly string[] {
  const known = wordsOfCandidates.get(candidate);
  if (known) return known;
  const { analysed, evidence } = candidate;
  const words = analysed.tokens.map((token) => (token.stop ? token.word : token.term));
  for (const { at, match } of evidence.places)
    if (match.strength === STRENGTH.spelling) words[at] = match.term.term;
  wordsOfCandidates.set(candidate, words);
  return words;
}

/** Share of the question's runs of so many words. */
const runShare =
  (length: 1 | 2 | 3): Feature =>
  (candidate) => {
    const { runs } = sequencesOf(candidate.matcher);
    if (runs[length].size === 0) return 0;
    const words = sentenceWords(candidate);
    const held = new Set<string>();
    for (const [at, word] of words.entries()) {
      // Most words are none of the question's: no run of its begins there.
      if (!runs[1].has(word)) continue;
      const run = runAt(words, at, length);
      if (run !== null && runs[length].has(run)) held.add(run);
    }
    return held.size / runs[length].size;
  };

/** Share of the question's words, function words included. */
export const wordShare: Feature = runShare(1);

/** Share of its pairs of neighbouring words. */
export const pairShare: Feature = runShare(2);

export const tripleShare: Feature = runShare(3);

/** Longest common subsequence of words, over the question's length. */
export const commonSubsequence: Feature = (candidate) => {
  const { words, runs } = sequencesOf(candidate.matcher);
  const sentence = sentenceWords(candidate);
  let row = new Array<number>(words.length + 1).fill(0);
  for (const word of sentence) {
    if (!runs[1].has(word)) continue;
    const next = [0];
    for (let at = 1; at <= words.length; at++) {
      next.push(words[at - 1] === word ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    }
    row = next;
  }
  return (row[words.length] ?? 0) / Math.max(1, words.length);
};

/** Share of the question's neighbouring content terms, by weight, whose places in the sentence (token positions) pass a test. */
function neighbours(
  { matcher, evidence }: Candidate,
  passes: (lefts: readonly number[], rights: readonly number[]) => boolean,
): number {
  const placesOf = (index: number): number[] =>
    evidence.places.filter(({ match }) => match.index === index).map(({ at }) => at);
  let passed = 0;
  let total = 0;
  for (let index = 0; index + 1 < matcher.question.terms.length; index++) {
    const weight = Math.min(matcher.weights[index] ?? 0, matcher.weights[index + 1] ?? 0);
    total += weight;
    if (passes(placesOf(index), placesOf(index + 1))) passed += weight;
  }
  return total === 0 ? 0 : passed / total;
}

const NEAR = 3;

/** Share of neighbouring content terms of the question that are neighbours, in order and at most three words apart, here too. */
export const nearPairs: Feature = (candidate) =>
  neighbours(candidate, (lefts, rights) =>
    lefts.some((left) => rights.some((right) => right > left && right - left <= NEAR)),
  );

/**
 * Information in neighbouring terms of the question that both stand here, but apart: "the president of Iraq" against
 * "Iraq … US President".
 */
export const pairsApart: Feature = (candidate) =>
  neighbours(
    candidate,
    (lefts, rights) =>
      lefts.length > 0 &&
      rights.length > 0 &&
      !lefts.some((left) => rights.some((right) => Math.abs(right - left) <= NEAR)),
  );

/** The question denies and the sentence does not, or the other way round. */
export const negation: Feature = ({ matcher, analysed }) =>
  denies(matcher.question.tokens) === denies(analysed.tokens) ? 0 : 1;
