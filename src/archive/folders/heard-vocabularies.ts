import type { ToldTerms } from './telling-vocabulary.js';

/** The vocabularies of threads, as they have been told. */
export class HeardVocabularies {
  readonly #heard = new Map<string, string[]>();

  /**
   * Adds what was told, in the order in which it was told.
   * @returns the terms of that vocabulary up to now, in the order of their numbers; more are added to the same list later
   */
  hear({ vocabulary, from, terms }: ToldTerms): readonly string[] {
    const heard = this.#heard.get(vocabulary) ?? [];
    if (heard.length !== from) throw new Error(`The terms before ${from} of ${vocabulary} were not heard`);
    for (const term of terms) heard.push(term);
    this.#heard.set(vocabulary, heard);
    return heard;
  }
}
