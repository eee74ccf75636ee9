import { isKindOf } from '../../text/lexicon/noun-hierarchy.js';
import { addWordVector, cosine, VECTOR_SIZE, wordRarity } from '../../text/lexicon/word-vectors.js';
import type { Token } from '../../text/tokens.js';
import { type AnalysedText, analyseText } from '../analysed-text.js';
import type { Candidate, Feature } from '../candidate.js';
import { FOUND } from '../matching.js';
import type { TermMatcher } from '../term-matcher.js';

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

/** A word that is none of the question's and near to what is asked for: "diesel" for "which fuel". */
export const nearFocus: Feature = (candidate) => {
  const { matcher } = candidate;
  const head = matcher.question.focus.at(-1);
  const index = matcher.question.terms.findIndex(({ term }) => term === head);
  if (index < 0) return 0;
  let best = 0;
  for (const token of otherWords(candidate)) best = Math.max(best, matcher.similarity(token)[index] ?? 0);
  return nearness(best);
};

/** A word that is none of the question's and names a kind of what is asked for: "butterfly" for "which insect". */
export const kindOfFocus: Feature = (candidate) => {
  const { matcher } = candidate;
  const head = matcher.question.focus.at(-1);
  const term = matcher.question.terms.find((other) => other.term === head);
  if (term === undefined) return 0;
  return otherWords(candidate).some(({ word }) => isKindOf(word, term.token.word)) ? 1 : 0;
};

/** The sentence's content words that are none of the question's. */
function otherWords({ analysed, evidence }: Candidate): Token[] {
  const matched = new Set(evidence.places.map(({ at }) => at));
  return analysed.tokens.filter(({ stop }, at) => !stop && !matched.has(at));
}

const AROUND = [-2, -1, 0, 1, 2];

/** The question's information in its passage, near words of the sentences around counted too. */
export const nearPassage: Feature = ({ matcher, surroundings, article, sentence }) => {
  const best = [...surroundings.passage];
  for (const offset of AROUND) {
    const other = article.sentences[sentence.number + offset];
    if (!other) continue;
    for (const [index, similarity] of matcher.similarities(analyseText(other.text)).entries())
      best[index] = Math.max(best[index] ?? 0, nearness(similarity));
  }
  return matcher.coverage(best);
};

/** What a neighbouring sentence adds of the question's meaning. */
function added({ matcher, analysed, evidence }: Candidate, neighbour: AnalysedText): number {
  const own = matcher.similarities(analysed);
  const others = matcher.similarities(neighbour);
  return matcher.coverage(
    evidence.strengths.map((strength, index) =>
      Math.max(0, (others[index] ?? 0) - Math.max(strength, own[index] ?? 0)),
    ),
  );
}

export const nearPrevious: Feature = (candidate) => {
  const { previousText } = candidate.surroundings;
  return previousText === null ? 0 : added(candidate, previousText);
};

export const nearNext: Feature = (candidate) => {
  const next = candidate.article.sentences[candidate.sentence.number + 1];
  return candidate.surroundings.next === null || !next ? 0 : added(candidate, analyseText(next.text));
};

const gists = new WeakMap<AnalysedText | TermMatcher, Float32Array>();

/** Cosine of the question's vector, its words weighed by their idf, and the sentence's, its words weighed by how rare they are. */
export const gist: Feature = ({ matcher, analysed }) => cosine(gistOfQuestion(matcher), gistOfText(analysed));

/** The same with the sentences around it. */
export const passageGist: Feature = ({ matcher, article, sentence }) => {
  const sum = new Float32Array(VECTOR_SIZE);
  for (const offset of AROUND) {
    const other = article.sentences[sentence.number + offset];
    if (!other) continue;
    const gist = gistOfText(analyseText(other.text));
    for (let at = 0; at < VECTOR_SIZE; at++) sum[at] = (sum[at] ?? 0) + (gist[at] ?? 0);
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
