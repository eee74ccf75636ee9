import type { ArchivedArticle } from '../archive/passage.js';
import { indexTerms } from '../text/analyser.js';
import { tokenise } from '../text/tokens.js';
import { sentencesWithBareNames } from './bare-names.js';
import { reportsSpeech, standsAlone } from './stands-alone.js';
import { firstSentences, type StorySentence } from './story-sentences.js';
import { countTerms, dot, type TermVector, type TermWeight, termVector } from './term-vector.js';

/** A sentence of a story, ready to be compared with the others. */
export interface ReadSentence extends StorySentence {
  readonly vector: TermVector;
  /** 1 for the first sentence of an article, falling further down: news puts first what matters. */
  readonly place: number;
}

/** A sentence that a digest may quote. */
export interface SentenceCandidate extends ReadSentence {
  /**
   * Similarity to each sentence of the story, in the story's order. It is 0 for sentences of the same article
   * and for copies.
   */
  readonly similarities: readonly number[];
  /** How good the sentence is by itself, whatever else is chosen. */
  readonly merit: number;
}

// These weights and those of key-sentences.ts were chosen on the days of timeline17 (docs/digest.md); each is a broad optimum.
/** A sentence this far down an article weighs half as much as the first one. */
const HALF_PLACE = 20;
const LENGTH_WEIGHT = 0.6;
/** A sentence of this many words is long enough to say what happened. */
const FULL_LENGTH = 40;
/**
 * Weight of standing early in the article, for a story of one text. The more texts a story has, the more they
 * show by themselves what matters, and the less this counts.
 */
const LEAD_WEIGHT = 0.8;
const HALF_LEAD = 5;
const SPEECH_PENALTY = 0.6;
const BARE_NAME_PENALTY = 0.2;
/** Sentences more alike than this are copies of each other: they corroborate nothing. */
const COPY = 0.9;

export function readSentences(articles: readonly ArchivedArticle[], weight: TermWeight): ReadSentence[] {
  const looked = firstSentences(articles).map(({ article, sentence }) => ({
    article,
    sentence,
    terms: indexTerms(sentence.text),
  }));
  const vocabulary = new Set(looked.flatMap(({ terms }) => terms));
  return looked.map(({ article, sentence, terms }) => ({
    article,
    sentence,
    vector: termVector(countTerms(terms.map((term) => withoutNon(term, vocabulary))), weight),
    place: placeWeight(sentence.number, HALF_PLACE),
  }));
}

/** 1 for the first sentence of an article, ½ for the one numbered `half`. */
function placeWeight(number: number, half: number): number {
  return 1 / (1 + number / half);
}

/**
 * Removes "non" where the rest of the term occurs too: one outlet writes "nonbinding", another "not binding".
 */
function withoutNon(term: string, vocabulary: ReadonlySet<string>): string {
  const rest = term.startsWith('non') ? term.slice(3) : '';
  return vocabulary.has(rest) ? rest : term;
}

/** Returns the sentences that stand alone, each with its merit and its similarities. */
export function findCandidates(sentences: readonly ReadSentence[]): SentenceCandidate[] {
  const articles = new Set(sentences.map(({ article }) => article));
  const bare = new Set([...articles].flatMap((article) => [...sentencesWithBareNames(article)]));
  return sentences
    .filter(({ sentence }) => standsAlone(sentence.text))
    .map((analysed) => ({
      ...analysed,
      similarities: sentences.map((other) => {
        const similarity = other.article === analysed.article ? 0 : dot(analysed.vector, other.vector);
        return similarity > COPY ? 0 : similarity;
      }),
      merit:
        meritOf(analysed.sentence.text) +
        (LEAD_WEIGHT * placeWeight(analysed.sentence.number, HALF_LEAD)) / articles.size -
        (bare.has(analysed.sentence) ? BARE_NAME_PENALTY : 0),
    }));
}

function meritOf(text: string): number {
  const length = Math.min(1, tokenise(text).length / FULL_LENGTH);
  return LENGTH_WEIGHT * length - (reportsSpeech(text) ? SPEECH_PENALTY : 0);
}
