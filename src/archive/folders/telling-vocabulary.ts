import { Vocabulary } from '../vocabulary.js';

/** The terms that a thread's vocabulary has got since it told them last. */
export interface ToldTerms {
  /** Which of the thread's vocabularies. */
  readonly vocabulary: string;
  /** The number of the first of them. */
  readonly from: number;
  readonly terms: readonly string[];
}

/** A thread's vocabulary grows up to so many terms, those of some 400,000 passages; then the thread begins another. */
const MOST_TERMS = 300_000;

/** The vocabulary of a thread, which tells each term once: with each batch anew, nine of ten would have been told before. */
export class TellingVocabulary {
  readonly #name: string;
  #count = 0;
  #told = 0;
  #vocabulary = new Vocabulary();

  /** @param name no other thread's */
  constructor(name: string) {
    this.#name = name;
  }

  /** The vocabulary for the next batch. */
  next(): Vocabulary {
    if (this.#vocabulary.size > MOST_TERMS) {
      this.#vocabulary = new Vocabulary();
      this.#count += 1;
      this.#told = 0;
    }
    return this.#vocabulary;
  }

  tell(): ToldTerms {
    const from = this.#told;
    this.#told = this.#vocabulary.size;
    const terms = this.#vocabulary.terms.slice(from);
    return { vocabulary: `${this.#name}.${this.#count}`, from, terms };
  }
}
