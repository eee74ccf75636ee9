import { STRENGTH } from '../../question/match-strength.js';
import type { TermMatcher } from '../../retrieval/term-matcher.js';
import type { Feature, ScoredCandidate } from './feature.js';

/** How far the sentence repeats the question's own sequence of words, function words included. */

const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how|did|does|do|many|much|whats|whos)$/;

interface Sequences {
  readonly words: readonly string[];
  readonly single: ReadonlySet<string>;
  /** Each pair of neighbouring words, once. */
  readonly pairs: ReadonlySet<string>;
}

const sequences = new WeakMap<TermMatcher, Sequences>();

/** The question's words without those that ask. */
function sequencesOf(matcher: TermMatcher): Sequences {
  const known = sequences.get(matcher);
  if (known) return known;
  const words = matcher.question.tokens
    .map((token) => (token.stop ? token.word : token.term))
    .filter((word) => !ASKING.test(word));
  const made = {
    words,
    single: new Set(words),
    pairs: new Set(words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)),
  };
  sequences.set(matcher, made);
  return made;
}

const wordsOfCandidates = new WeakMap<ScoredCandidate, readonly string[]>();

/** Its words; a name that is spelled in another way is written as in the question. */
function sentenceWords(candidate: ScoredCandidate): readonly string[] {
  const known = wordsOfCandidates.get(candidate);
  if (known) return known;
  const { analysed, evidence, matcher } = candidate;
  const words = analysed.forms.map(({ stop, word, term }) => (stop ? word : term));
  for (const { at, match } of evidence.places)
    if (match.strength === STRENGTH.spelling) words[at] = matcher.question.terms[match.index]?.term ?? '';
  wordsOfCandidates.set(candidate, words);
  return words;
}

/** Share of the question's words, function words included. */
export const wordShare: Feature = (candidate) => {
  const { single } = sequencesOf(candidate.matcher);
  const held = new Set<string>();
  for (const word of sentenceWords(candidate)) if (single.has(word)) held.add(word);
  return held.size / Math.max(1, single.size);
};

/** Share of its pairs of neighbouring words. */
export const pairShare: Feature = (candidate) => {
  const { pairs, single } = sequencesOf(candidate.matcher);
  if (pairs.size === 0) return 0;
  const words = sentenceWords(candidate);
  const held = new Set<string>();
  for (let at = 1; at < words.length; at++) {
    const left = words[at - 1] ?? '';
    const right = words[at] ?? '';
    if (single.has(left) && single.has(right) && pairs.has(`${left} ${right}`)) held.add(`${left} ${right}`);
  }
  return held.size / pairs.size;
};
