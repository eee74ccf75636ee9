import { kindTest } from '../../../text/lexicon/noun-hierarchy.js';
import { addWordVector, cosine, VECTOR_SIZE } from '../../../text/lexicon/word-vectors.js';
import { FOUND } from '../../question/match-strength.js';
import { analysedArticle } from '../../retrieval/analysed-article.js';
import type { TermMatcher } from '../../retrieval/term-matcher.js';
import type { Feature } from './feature.js';

/** How near a sentence comes to the question in what its words mean, where it uses other words. */

/** Below this cosine words have nothing to do with each other. */
const UNRELATED = 0.3;

/** 0 for unrelated words to 1 for words of the same meaning. */
const nearness = (similarity: number): number => Math.max(0, (similarity - UNRELATED) / (1 - UNRELATED));

/** Information in the question's words that the sentence lacks, as far as it has words near to them. */
export const nearWords: Feature = ({ matcher, analysed, evidence: { strengths } }) => {
  const similarities = matcher.similarities(analysed);
  let sum = 0;
  for (let index = 0; index < strengths.length; index++)
    if ((strengths[index] ?? 0) < FOUND)
      sum += nearness(similarities[index] ?? 0) * (matcher.weights[index] ?? 0);
  return sum / matcher.totalWeight;
};

/** The question's verbs, the nearest words counted too: "sacked" where it says "fired". */
export const nearVerbs: Feature = ({ matcher, analysed, evidence: { strengths } }) => {
  const similarities = matcher.similarities(analysed);
  const { terms } = matcher.question;
  let sum = 0;
  for (let index = 0; index < strengths.length; index++)
    if (terms[index]?.part === 'verb')
      sum +=
        Math.max(strengths[index] ?? 0, nearness(similarities[index] ?? 0)) * (matcher.weights[index] ?? 0);
  return sum / matcher.totalWeight;
};

/** A word that is none of the question's and names a kind of what is asked for: "butterfly" for "which insect". */
export const kindOfFocus: Feature = ({ matcher, analysed: { forms }, evidence: { places } }) => {
  const isKind = kindsOfFocus(matcher);
  if (isKind === null) return 0;
  // Places are in the order of the words.
  let next = 0;
  for (let at = 0; at < forms.length; at++) {
    while ((places[next]?.at ?? Number.POSITIVE_INFINITY) < at) next += 1;
    const form = forms[at];
    if (form !== undefined && !form.stop && places[next]?.at !== at && isKind(form.word)) return 1;
  }
  return 0;
};

const kinds = new WeakMap<TermMatcher, (word: string) => boolean>();

/** Tells whether a word names a kind of what a question asks for, and remembers it; null where it asks for nothing. */
export function kindsOfFocus(matcher: TermMatcher): ((word: string) => boolean) | null {
  const { question } = matcher;
  const focus = question.terms[question.focus]?.token.word;
  if (focus === undefined) return null;
  const known = kinds.get(matcher);
  if (known !== undefined) return known;
  const told = new Map<string, boolean>();
  const test = kindTest(focus);
  const tell = (word: string): boolean => {
    const before = told.get(word);
    if (before !== undefined) return before;
    const isKind = test(word);
    told.set(word, isKind);
    return isKind;
  };
  kinds.set(matcher, tell);
  return tell;
}

/** Cosine of the question's vector, its words weighed by their idf, and the sentence's, its words weighed by how rare they are. */
export const gist: Feature = ({ matcher, article, sentence }) =>
  cosine(gistOfQuestion(matcher), analysedArticle(article).gist(sentence.number));

/** The same with the headline. */
export const titleGist: Feature = ({ matcher, article, surroundings: { title } }) =>
  title === null ? 0 : cosine(gistOfQuestion(matcher), analysedArticle(article).titleGist);

const AROUND = 2;

/** The same with the sentences around it. */
export const passageGist: Feature = ({ matcher, article, sentence }) => {
  const analysed = analysedArticle(article);
  const first = Math.max(0, sentence.number - AROUND);
  const last = Math.min(article.sentences.length - 1, sentence.number + AROUND);
  around.fill(0);
  for (let number = first; number <= last; number++) analysed.addGist(around, number);
  return cosine(gistOfQuestion(matcher), around);
};

/** The sum of the gists around a sentence: used again for each. */
const around = new Float32Array(VECTOR_SIZE);

const gists = new WeakMap<TermMatcher, Float32Array>();

function gistOfQuestion(matcher: TermMatcher): Float32Array {
  const known = gists.get(matcher);
  if (known) return known;
  const sum = new Float32Array(VECTOR_SIZE);
  for (const [index, { token }] of matcher.question.terms.entries())
    addWordVector(sum, token.word, matcher.weights[index] ?? 0);
  gists.set(matcher, sum);
  return sum;
}
