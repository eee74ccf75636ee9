import type { ArchivedArticle } from '../archive/passage.js';
import { indexTerms } from '../text/analyser.js';
import { tokenise } from '../text/tokens.js';
import { sentencesWithBareNames } from './bare-names.js';
import { reportsSpeech, standsAlone } from './stands-alone.js';
import { firstSentences, type StorySentence } from './story-sentences.js';
import { countTerms, dot, type TermVector, type TermWeight, termVector } from './term-vector.js';

interface Analysed extends StorySentence {
  readonly vector: TermVector;
  /** 1 for the first sentence of an article, less the further down it stands: news puts first what matters. */
  readonly place: number;
}

interface Candidate extends Analysed {
  /** Similarity to each sentence of the story; 0 to those of its own article. */
  readonly similarities: readonly number[];
  /** What speaks for it by itself, whatever else is chosen. */
  readonly merit: number;
}

// Chosen on the days of timeline17 (docs/digest.md); each is a broad optimum.
/** A sentence so far down an article weighs half as much as its first. */
const HALF_PLACE = 10;
const LENGTH_WEIGHT = 0.6;
/** What the place in its article counts for, in a story of one text; the more tell it, the more they show by themselves. */
const LEAD_WEIGHT = 0.8;
/** Words from which on a sentence is long enough to say what happened. */
const FULL_LENGTH = 40;
const SPEECH_PENALTY = 0.6;
const BARE_NAME_PENALTY = 0.2;
const REPETITION_PENALTY = 1;
/** Another outlet's words before the same outlet's again. */
const SAME_ARTICLE_PENALTY = 0.6;
/** What a term that was said already still counts. */
const SAID_ALREADY = 0.3;
/** Sentences more alike than this say the same, and only one is shown. */
const SAME_STATEMENT = 0.6;
/** Sentences more alike than this are copies of each other: they corroborate nothing. */
const COPY = 0.9;

/**
 * The sentences that tell a story together, best first. Greedy maximisation of a submodular gain (after Lin and
 * Bilmes 2011): what is central to the story and what other articles say too, counted only as far as the sentences
 * chosen before do not say it yet.
 *
 * @param articles of one story, without copies
 * @param limit at most so many; fewer where the story has no more that stand alone and add something
 */
export function selectKeySentences(
  articles: readonly ArchivedArticle[],
  limit: number,
  weight: TermWeight,
): StorySentence[] {
  const sentences = analyse(articles, weight);
  const candidates = findCandidates(sentences);
  const centre = storyCentre(sentences);
  const covered = new Array<number>(sentences.length).fill(0);
  const chosen: Candidate[] = [];
  const gains = (candidate: Candidate): [number, number] => [
    dot(candidate.vector, centre),
    corroboration(candidate, sentences, covered),
  ];
  const first = candidates.map(gains);
  const most = [0, 1].map((part) => Math.max(0, ...first.map((gain) => gain[part] ?? 0)) || 1);

  while (chosen.length < limit) {
    let best: Candidate | undefined;
    let bestGain = Number.NEGATIVE_INFINITY;
    for (const candidate of candidates) {
      if (chosen.includes(candidate)) continue;
      const repetition = Math.max(0, ...chosen.map((other) => dot(other.vector, candidate.vector)));
      if (repetition > SAME_STATEMENT) continue;
      const sameArticle = chosen.filter((other) => other.article === candidate.article).length;
      const [central, corroborated] = gains(candidate);
      const gain =
        central / (most[0] ?? 1) +
        corroborated / (most[1] ?? 1) +
        candidate.merit -
        REPETITION_PENALTY * repetition -
        SAME_ARTICLE_PENALTY * sameArticle;
      if (gain > bestGain) [best, bestGain] = [candidate, gain];
    }
    if (!best) break;
    chosen.push(best);
    for (const term of best.vector.keys()) centre.set(term, (centre.get(term) ?? 0) * SAID_ALREADY);
    best.similarities.forEach((similarity, at) => {
      covered[at] = Math.max(covered[at] ?? 0, similarity);
    });
  }
  return chosen.map(({ article, sentence }) => ({ article, sentence }));
}

function analyse(articles: readonly ArchivedArticle[], weight: TermWeight): Analysed[] {
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
    place: 1 / (1 + sentence.number / HALF_PLACE),
  }));
}

/** One outlet writes "nonbinding", the other "not binding". */
function withoutNon(term: string, vocabulary: ReadonlySet<string>): string {
  const rest = term.startsWith('non') ? term.slice(3) : '';
  return vocabulary.has(rest) ? rest : term;
}

function findCandidates(sentences: readonly Analysed[]): Candidate[] {
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
        (LEAD_WEIGHT * analysed.place) / articles.size -
        (bare.has(analysed.sentence) ? BARE_NAME_PENALTY : 0),
    }));
}

function meritOf(text: string): number {
  const length = Math.min(1, tokenise(text).length / FULL_LENGTH);
  return LENGTH_WEIGHT * length - (reportsSpeech(text) ? SPEECH_PENALTY : 0);
}

function storyCentre(sentences: readonly Analysed[]): Map<string, number> {
  const centre = new Map<string, number>();
  for (const { vector, place } of sentences) {
    for (const [term, value] of vector) centre.set(term, (centre.get(term) ?? 0) + value * place);
  }
  return centre;
}

/** How much of what it says other articles say too and nothing chosen covers: the best match of each article. */
function corroboration(
  candidate: Candidate,
  sentences: readonly Analysed[],
  covered: readonly number[],
): number {
  const best = new Map<ArchivedArticle, number>();
  sentences.forEach(({ article, place }, at) => {
    const gain = ((candidate.similarities[at] ?? 0) - (covered[at] ?? 0)) * place;
    if (gain > (best.get(article) ?? 0)) best.set(article, gain);
  });
  return [...best.values()].reduce((total, gain) => total + gain, 0);
}
