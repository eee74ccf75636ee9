import type { ArchivedArticle } from '../archive/passage.js';
import { type ArticleTerms, articleTerms, SAME_STORY } from '../digest/stories/group-stories.js';
import { sum, type TermVector, type TermWeight, termVector } from '../digest/term-vector.js';

/** How many terms of a story are kept: the heaviest. The others hardly change a similarity. */
const TERMS = 100;
const PARTS = ['whole', 'opening'] as const;

type Part = (typeof PARTS)[number];

/**
 * Finds the stories that an article goes on with, by the measure of a digest: its mean similarity to the
 * articles of the story (`digest/stories/group-stories.ts`). An article's terms look up the stories.
 */
export class StoryIndex {
  /** Of each term, the stories that have it, with its weight there. */
  readonly #stories: Readonly<Record<Part, Map<string, Map<number, number>>>> = {
    whole: new Map(),
    opening: new Map(),
  };
  readonly #terms = new Map<number, Readonly<Record<Part, readonly string[]>>>();

  get size(): number {
    return this.#terms.size;
  }

  /** Adds a story, or replaces it. */
  add(watch: number, articles: readonly ArchivedArticle[], weight: TermWeight): void {
    const terms = articles.map(articleTerms);
    const centreOf = (part: Part): TermVector =>
      scaled(sum(terms.map((each) => termVector(each[part], weight))), 1 / articles.length);
    this.#put(watch, { whole: centreOf('whole'), opening: centreOf('opening') });
  }

  /**
   * Moves a story towards an article that goes on with it.
   * @param share how much the article counts, 0 to 1; the story so far counts the rest
   */
  grow(watch: number, terms: ArticleTerms, weight: TermWeight, share: number): void {
    const centreOf = (part: Part): TermVector => {
      const before = (this.#terms.get(watch)?.[part] ?? []).map(
        (term) => [term, this.#stories[part].get(term)?.get(watch) ?? 0] as const,
      );
      return sum([scaled(new Map(before), 1 - share), scaled(termVector(terms[part], weight), share)]);
    };
    this.#put(watch, { whole: centreOf('whole'), opening: centreOf('opening') });
  }

  #put(watch: number, centre: Readonly<Record<Part, TermVector>>): void {
    this.remove(watch);
    const heaviest = { whole: heaviestOf(centre.whole), opening: heaviestOf(centre.opening) };
    for (const part of PARTS) {
      for (const [term, value] of heaviest[part]) {
        const stories = this.#stories[part].get(term) ?? new Map<number, number>();
        this.#stories[part].set(term, stories.set(watch, value));
      }
    }
    const termsOf = (part: Part): string[] => heaviest[part].map(([term]) => term);
    this.#terms.set(watch, { whole: termsOf('whole'), opening: termsOf('opening') });
  }

  remove(watch: number): void {
    const terms = this.#terms.get(watch);
    if (terms === undefined) return;
    for (const part of PARTS) {
      for (const term of terms[part]) {
        const stories = this.#stories[part].get(term);
        stories?.delete(watch);
        if (stories?.size === 0) this.#stories[part].delete(term);
      }
    }
    this.#terms.delete(watch);
  }

  /** @returns the watches of the stories that the article goes on with */
  match(terms: ArticleTerms, weight: TermWeight): number[] {
    const similarity = new Map<number, number>();
    for (const part of PARTS) {
      const vector: TermVector = termVector(terms[part], weight);
      for (const [term, value] of vector) {
        for (const [watch, other] of this.#stories[part].get(term) ?? [])
          similarity.set(watch, (similarity.get(watch) ?? 0) + (value * other) / PARTS.length);
      }
    }
    return [...similarity].flatMap(([watch, value]) => (value >= SAME_STORY ? [watch] : []));
  }
}

function heaviestOf(vector: TermVector): (readonly [string, number])[] {
  return [...vector].sort((a, b) => b[1] - a[1]).slice(0, TERMS);
}

function scaled(vector: TermVector, factor: number): TermVector {
  return new Map([...vector].map(([term, value]) => [term, value * factor]));
}
