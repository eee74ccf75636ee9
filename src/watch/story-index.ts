import { type ArticleTerms, SAME_STORY } from '../digest/stories/group-stories.js';
import { sum, type TermVector, type TermWeight, termVector } from '../digest/term-vector.js';

/** How many terms of a story are kept: the heaviest. The others hardly change a similarity. */
const TERMS = 100;
const PARTS = ['whole', 'opening'] as const;

type Part = (typeof PARTS)[number];
type Centre = Readonly<Record<Part, TermVector>>;

/** The stories that have a term: their places, and the weight it has in each. */
interface Holders {
  readonly places: number[];
  readonly weights: number[];
}

/**
 * Finds the stories that an article goes on with, by the measure of a digest: its mean similarity to the
 * articles of the story (`digest/stories/group-stories.ts`). An article's terms look up the stories.
 */
export class StoryIndex {
  readonly #holders: Readonly<Record<Part, Map<string, Holders>>> = { whole: new Map(), opening: new Map() };
  /** Each watch has a place, so that similarities are added up in an array. */
  readonly #places = new Map<number, number>();
  readonly #watches: (number | null)[] = [];
  readonly #free: number[] = [];
  readonly #centres = new Map<number, Centre>();

  get size(): number {
    return this.#places.size;
  }

  /** Adds a story, or replaces it. @param articles those that it consists of */
  add(watch: number, articles: readonly ArticleTerms[], weight: TermWeight): void {
    const centreOf = (part: Part): TermVector =>
      scaled(sum(articles.map((each) => termVector(each[part], weight))), 1 / articles.length);
    this.#put(watch, { whole: centreOf('whole'), opening: centreOf('opening') });
  }

  /**
   * Moves a story towards an article that goes on with it.
   * @param share how much the article counts, 0 to 1; the story so far counts the rest
   */
  grow(watch: number, terms: ArticleTerms, weight: TermWeight, share: number): void {
    const before = this.#centres.get(watch);
    const centreOf = (part: Part): TermVector => {
      const own = scaled(termVector(terms[part], weight), share);
      return sum([scaled(before?.[part] ?? new Map(), 1 - share), own]);
    };
    this.#put(watch, { whole: centreOf('whole'), opening: centreOf('opening') });
  }

  remove(watch: number): void {
    const place = this.#places.get(watch);
    if (place === undefined) return;
    for (const part of PARTS) {
      for (const term of this.#centres.get(watch)?.[part].keys() ?? []) this.#leave(part, term, place);
    }
    this.#places.delete(watch);
    this.#centres.delete(watch);
    this.#watches[place] = null;
    this.#free.push(place);
  }

  /**
   * @param least how similar an article must be
   * @returns the watches of the stories that the article goes on with
   */
  match(terms: ArticleTerms, weight: TermWeight, least = SAME_STORY): number[] {
    const similarity = new Float64Array(this.#watches.length);
    for (const part of PARTS) {
      for (const [term, value] of termVector(terms[part], weight)) {
        const { places, weights } = this.#holders[part].get(term) ?? { places: [], weights: [] };
        for (let at = 0; at < places.length; at++) {
          const place = places[at] ?? 0;
          similarity[place] = (similarity[place] ?? 0) + (value * (weights[at] ?? 0)) / PARTS.length;
        }
      }
    }
    return this.#watches.flatMap((watch, place) =>
      watch !== null && (similarity[place] ?? 0) >= least ? [watch] : [],
    );
  }

  #put(watch: number, { whole, opening }: Centre): void {
    this.remove(watch);
    const place = this.#free.pop() ?? this.#watches.length;
    const centre = { whole: heaviestOf(whole), opening: heaviestOf(opening) };
    this.#watches[place] = watch;
    this.#places.set(watch, place);
    this.#centres.set(watch, centre);
    for (const part of PARTS) {
      for (const [term, value] of centre[part]) {
        const holders = this.#holders[part].get(term) ?? { places: [], weights: [] };
        holders.places.push(place);
        holders.weights.push(value);
        this.#holders[part].set(term, holders);
      }
    }
  }

  #leave(part: Part, term: string, place: number): void {
    const holders = this.#holders[part].get(term);
    const at = holders?.places.indexOf(place) ?? -1;
    if (holders === undefined || at < 0) return;
    holders.places.splice(at, 1);
    holders.weights.splice(at, 1);
    if (holders.places.length === 0) this.#holders[part].delete(term);
  }
}

function heaviestOf(vector: TermVector): TermVector {
  return new Map([...vector].sort((a, b) => b[1] - a[1]).slice(0, TERMS));
}

function scaled(vector: TermVector, factor: number): TermVector {
  return new Map([...vector].map(([term, value]) => [term, value * factor]));
}
