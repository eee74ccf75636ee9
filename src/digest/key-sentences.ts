import type { ArchivedArticle } from '../archive/passage.js';
import { findCandidates, type ReadSentence, readSentences, type SentenceCandidate } from './candidates.js';
import type { StorySentence } from './story-sentences.js';
import { dot, type TermWeight } from './term-vector.js';

const REPETITION_PENALTY = 1;
/** Factor for a second sentence of the same article, so that another outlet's words come first. */
const SAME_ARTICLE_PENALTY = 0.6;
/** How much a term that was already said still counts. */
const SAID_ALREADY = 0.3;
/** Sentences more alike than this say the same thing; only one of them is shown. */
const SAME_STATEMENT = 0.6;

/**
 * Selects the sentences that together tell a story, best first. It maximises a submodular gain greedily
 * (after Lin and Bilmes 2011): a sentence gains by what is central to the story and by what other articles
 * say too, as far as the sentences chosen before do not say it yet.
 *
 * @param articles the articles of one story, without copies
 * @param limit the most sentences; fewer are returned if no others stand alone and add something
 */
export function selectKeySentences(
  articles: readonly ArchivedArticle[],
  limit: number,
  weight: TermWeight,
): StorySentence[] {
  const sentences = readSentences(articles, weight);
  const telling = new Telling(sentences, findCandidates(sentences));
  while (telling.chosen.length < limit) if (!telling.chooseNext()) break;
  return telling.chosen.map(({ article, sentence }) => ({ article, sentence }));
}

/** A story as it is being told: the sentences chosen so far, and what is left to say. */
class Telling {
  readonly chosen: SentenceCandidate[] = [];
  /** The terms of the story, each with the weight of what is left to say about it. */
  readonly #centre = new Map<string, number>();
  /** How much of each sentence the chosen ones already say, 0 to 1. */
  readonly #covered: number[];
  /** The largest gain of each kind that one sentence has at the start. Gains are shares of it. */
  readonly #most: { readonly central: number; readonly corroborated: number };

  constructor(
    private readonly sentences: readonly ReadSentence[],
    private readonly candidates: readonly SentenceCandidate[],
  ) {
    for (const { vector, place } of sentences) {
      for (const [term, value] of vector) {
        this.#centre.set(term, (this.#centre.get(term) ?? 0) + value * place);
      }
    }
    this.#covered = sentences.map(() => 0);
    this.#most = {
      central: Math.max(0, ...candidates.map((each) => this.#centrality(each))) || 1,
      corroborated: Math.max(0, ...candidates.map((each) => this.#corroboration(each))) || 1,
    };
  }

  /** Adds the sentence that gains most. Returns false if none is left that adds something. */
  chooseNext(): boolean {
    let best: SentenceCandidate | undefined;
    let bestGain = Number.NEGATIVE_INFINITY;
    for (const candidate of this.candidates) {
      const gain = this.#gain(candidate);
      if (gain !== null && gain > bestGain) [best, bestGain] = [candidate, gain];
    }
    if (!best) return false;
    this.chosen.push(best);
    for (const term of best.vector.keys()) {
      this.#centre.set(term, (this.#centre.get(term) ?? 0) * SAID_ALREADY);
    }
    best.similarities.forEach((similarity, at) => {
      this.#covered[at] = Math.max(this.#covered[at] ?? 0, similarity);
    });
    return true;
  }

  /** Null if a chosen sentence already says the same. */
  #gain(candidate: SentenceCandidate): number | null {
    const repetition = Math.max(0, ...this.chosen.map((other) => dot(other.vector, candidate.vector)));
    if (repetition > SAME_STATEMENT || this.chosen.includes(candidate)) return null;
    const sameArticle = this.chosen.filter(({ article }) => article === candidate.article).length;
    return (
      this.#centrality(candidate) / this.#most.central +
      this.#corroboration(candidate) / this.#most.corroborated +
      candidate.merit -
      REPETITION_PENALTY * repetition -
      SAME_ARTICLE_PENALTY * sameArticle
    );
  }

  #centrality({ vector }: SentenceCandidate): number {
    return dot(vector, this.#centre);
  }

  /**
   * Returns how much of the sentence other articles say too and no chosen sentence covers: the sum of the
   * best match in each of them.
   */
  #corroboration({ similarities }: SentenceCandidate): number {
    const best = new Map<ArchivedArticle, number>();
    this.sentences.forEach(({ article, place }, at) => {
      const gain = ((similarities[at] ?? 0) - (this.#covered[at] ?? 0)) * place;
      if (gain > (best.get(article) ?? 0)) best.set(article, gain);
    });
    return [...best.values()].reduce((total, gain) => total + gain, 0);
  }
}
