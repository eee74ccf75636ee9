import { type AnalysedText, analyseText } from '../../../text/analysed-text.js';
import { isKindOf } from '../../../text/lexicon/noun-hierarchy.js';
import { addWordVector, cosine, VECTOR_SIZE, wordRarity } from '../../../text/lexicon/word-vectors.js';
import { FOUND } from '../../question/match-strength.js';
import type { TermMatcher } from '../../retrieval/term-matcher.js';
import type { Feature } from './feature.js';

/** How near a sentence comes to the question in what its words mean, where it uses other words. */

/** Below this cosine words have nothing to do with each other. */
const UNRELATED = 0.3;

/** 0 for unrelated words to 1 for words of the same meaning. */
const nearness = (similarity: number): number => Math.max(0, (similarity - UNRELATED) / (1 - UNRELATED));

/** Information in the question's words that the sentence lacks, as far as it has words near to them. */
export const nearWords: Feature = ({ matcher, analysed, evidence }) => {
  const similarities = matcher.similarities(analysed);
  return matcher.coverage(
    evidence.strengths.map((strength, index) => (strength >= FOUND ? 0 : nearness(similarities[index] ?? 0))),
  );
};

/** The question's verbs, the nearest words counted too: "sacked" where it says "fired". */
export const nearVerbs: Feature = ({ matcher, analysed, evidence }) => {
  const similarities = matcher.similarities(analysed);
  return matcher.coverage(
    matcher.question.terms.map(({ part }, index) =>
      part === 'verb' ? Math.max(evidence.strengths[index] ?? 0, nearness(similarities[index] ?? 0)) : 0,
    ),
  );
};

/** A word that is none of the question's and names a kind of what is asked for: "butterfly" for "which insect". */
export const kindOfFocus: Feature = ({ matcher: { question }, analysed, evidence }) => {
  const focus = question.terms[question.focus];
  if (focus === undefined) return 0;
  const matched = new Set(evidence.places.map(({ at }) => at));
  return analysed.tokens.some(
    ({ stop, word }, at) => !stop && !matched.has(at) && isKindOf(word, focus.token.word),
  )
    ? 1
    : 0;
};

const gists = new WeakMap<AnalysedText | TermMatcher, Float32Array>();

/** Cosine of the question's vector, its words weighed by their idf, and the sentence's, its words weighed by how rare they are. */
export const gist: Feature = ({ matcher, analysed }) => cosine(gistOfQuestion(matcher), gistOfText(analysed));

/** The same with the headline. */
export const titleGist: Feature = ({ matcher, surroundings: { title } }) =>
  title === null ? 0 : cosine(gistOfQuestion(matcher), gistOfText(title));

const AROUND = [-2, -1, 0, 1, 2];

/** The same with the sentences around it. */
export const passageGist: Feature = ({ matcher, article, sentence }) => {
  const sum = new Float32Array(VECTOR_SIZE);
  for (const offset of AROUND) {
    const other = article.sentences[sentence.number + offset];
    if (!other) continue;
    const vector = gistOfText(analyseText(other.text));
    for (let at = 0; at < VECTOR_SIZE; at++) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
  }
  return cosine(gistOfQuestion(matcher), sum);
};

function gistOfQuestion(matcher: TermMatcher): Float32Array {
  return gistOf(matcher, () =>
    matcher.question.terms.map(({ token }, index) => [token.word, matcher.weights[index] ?? 0]),
  );
}

function gistOfText(analysed: AnalysedText): Float32Array {
  return gistOf(analysed, () =>
    analysed.tokens.filter(({ stop }) => !stop).map(({ word }) => [word, wordRarity(word)]),
  );
}

function gistOf(of: AnalysedText | TermMatcher, weighted: () => (readonly [string, number])[]): Float32Array {
  const known = gists.get(of);
  if (known) return known;
  const sum = new Float32Array(VECTOR_SIZE);
  for (const [word, weight] of weighted()) addWordVector(sum, word, weight);
  gists.set(of, sum);
  return sum;
}
