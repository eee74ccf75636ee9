import { type ArticleTerms, passageCount, termOfEntry, titleLength, titleStart } from '../article-terms.js';
import type { Field } from './posting.js';

/** Counts in how many passages of an article each of its terms stands, without a new map for each article. */
export class PassageCounter {
  #counts = new Uint32Array(1024);

  /** Visits the terms of a field, each once, in the order in which they first stand there. */
  each(terms: ArticleTerms, field: Field, tell: (term: number, passages: number) => void): void {
    const titleEnd = titleStart(terms) + titleLength(terms);
    const [start, end] = field === 'title' ? [titleStart(terms), titleEnd] : [titleEnd, terms.length];
    for (let at = start; at < end; at++) this.#add(termOfEntry(terms[at] ?? 0));
    for (let at = start; at < end; at++) {
      const term = termOfEntry(terms[at] ?? 0);
      const count = this.#counts[term] ?? 0;
      // It was told already.
      if (count === 0) continue;
      this.#counts[term] = 0;
      tell(term, field === 'title' ? passageCount(terms) : count);
    }
  }

  #add(term: number): void {
    if (term >= this.#counts.length) {
      const larger = new Uint32Array(Math.max(term + 1, this.#counts.length * 2));
      larger.set(this.#counts);
      this.#counts = larger;
    }
    this.#counts[term] = (this.#counts[term] ?? 0) + 1;
  }
}
