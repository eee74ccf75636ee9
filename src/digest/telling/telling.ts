import type { ArchivedArticle } from '../../archive/passage.js';
import { RELATED, relatedTerms } from '../../text/lexicon/related-words.js';
import { dot } from '../term-vector.js';
import type { SentenceCandidate } from './candidates.js';
import type { OwnFeatures } from './own-features.js';
import type { ReadSentence } from './read-sentences.js';

/** What decides whether a sentence is told next, each about 0 to 1. */
export interface TellingFeatures extends OwnFeatures {
  readonly titleLikeness: number;
  readonly articleCentrality: number;
  /** How much of what is left to say about the story it says. */
  readonly central: number;
  /** How much of it other articles say too, as far as it is not told yet. */
  readonly corroborated: number;
  readonly bareName: number;
  /** It cannot stand without the sentence before it. */
  readonly leaning: number;
  /** Likeness to the sentence told so far that is most like it. */
  readonly repeated: number;
  /** Share of its words' weight that sentences of other articles say already, in the same or related words. */
  readonly restated: number;
  /** It follows a told sentence in its article. */
  readonly next: number;
}

export type TellingFeature = keyof TellingFeatures;

/** How much a term that was already said still counts. */
const SAID_ALREADY = 0.3;
/** Sentences more alike than this say the same thing; only one of them is shown. */
const SAME_STATEMENT = 0.6;
/** Of a sentence that says the same in other words, this share of its words is known. */
const RESTATED = 0.6;

/** A story as it is being told: the sentences chosen so far, and what is left to say. */
export class Telling {
  readonly chosen: SentenceCandidate[] = [];
  /** The terms of the story, each with the weight of what is left to say about it. */
  readonly #centre = new Map<string, number>();
  /** The articles of the sentences told so far that have a term, or one that news uses for the same. */
  readonly #saidBy = new Map<string, ArchivedArticle[]>();
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

  /** The same story, with nothing told yet. */
  again(): Telling {
    return new Telling(this.sentences, this.candidates);
  }

  /** The sentences that may be told next, with their features. */
  next(): { readonly candidate: SentenceCandidate; readonly features: TellingFeatures }[] {
    return this.candidates.flatMap((candidate) => {
      if (
        this.chosen.includes(candidate) ||
        (candidate.leansOn !== null && !this.#isTold(candidate.leansOn))
      ) {
        return [];
      }
      const features = this.#featuresOf(candidate);
      return features.repeated > SAME_STATEMENT || features.restated > RESTATED
        ? []
        : [{ candidate, features }];
    });
  }

  choose(candidate: SentenceCandidate): void {
    this.chosen.push(candidate);
    for (const term of candidate.vector.keys()) {
      this.#centre.set(term, (this.#centre.get(term) ?? 0) * SAID_ALREADY);
      const related = [...relatedTerms(term)].filter(([, strength]) => strength >= RELATED.news);
      for (const same of [term, ...related.map(([other]) => other)]) {
        this.#saidBy.set(same, [...(this.#saidBy.get(same) ?? []), candidate.article]);
      }
    }
    candidate.similarities.forEach((similarity, at) => {
      this.#covered[at] = Math.max(this.#covered[at] ?? 0, similarity);
    });
  }

  #isTold({ sentence }: ReadSentence): boolean {
    return this.chosen.some((each) => each.sentence === sentence);
  }

  #featuresOf(candidate: SentenceCandidate): TellingFeatures {
    const ofArticle = this.chosen.filter(({ article }) => article === candidate.article);
    const numbers = ofArticle.map(({ sentence: { number } }) => number);
    const isIntroduced = numbers.some((number) => number < candidate.sentence.number);
    return {
      ...candidate.own,
      titleLikeness: candidate.titleLikeness,
      articleCentrality: candidate.articleCentrality,
      central: this.#centrality(candidate) / this.#most.central,
      corroborated: this.#corroboration(candidate) / this.#most.corroborated,
      bareName: candidate.hasBareName && !isIntroduced ? 1 : 0,
      leaning: candidate.leansOn === null ? 0 : 1,
      repeated: Math.max(0, ...this.chosen.map((other) => dot(other.vector, candidate.vector))),
      restated: this.#restatement(candidate),
      next: numbers.includes(candidate.sentence.number - 1) ? 1 : 0,
    };
  }

  #restatement({ article, vector }: SentenceCandidate): number {
    let [restated, all] = [0, 0];
    for (const [term, weight] of vector) {
      all += weight;
      if (this.#saidBy.get(term)?.some((by) => by !== article)) restated += weight;
    }
    return all === 0 ? 0 : restated / all;
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
