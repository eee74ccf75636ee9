import { FOUND, matchStrength } from '../answer/question/match-strength.js';
import type { QuestionTerm } from '../answer/question/question.js';
import type { Token } from '../text/tokens.js';
import { type Aboutness, aboutness, type TermPlaces } from './aboutness.js';
import type { ArticleWords } from './read-article.js';

/** Words that begin with the same letters, so many, may be forms of one another. */
const BEGINNING = 4;
/** An article that lacks more than half of what a watch's words weigh is not about them. */
const LEAST_COVERED = 0.5;

/** How much a term tells: its idf. */
export type TermIdf = (term: string) => number;

/** An article that may be about a watch's words. */
export interface WordMatch {
  readonly watch: number;
  readonly aboutness: Aboutness;
}

/** A term that some watch has, with the watches that have it. */
interface WatchedTerm {
  readonly term: QuestionTerm;
  readonly watches: Set<number>;
}

/**
 * Finds the watches whose words an article may be about. The watches are indexed, not the articles: an article's
 * words look up the watches, and only those that share enough with it are compared in full.
 */
export class WordIndex {
  readonly #terms = new Map<string, WatchedTerm>();
  /** From the terms that may stand for a watched term, and from its first letters, to the watched term. */
  readonly #byRelated = new Map<string, Set<string>>();
  readonly #byBeginning = new Map<string, Set<string>>();
  readonly #watches = new Map<number, readonly QuestionTerm[]>();

  /** The terms of all watches. */
  get terms(): Iterable<string> {
    return this.#terms.keys();
  }

  add(watch: number, terms: readonly QuestionTerm[]): void {
    this.#watches.set(watch, terms);
    for (const each of terms) {
      const known = this.#terms.get(each.term);
      if (known) known.watches.add(watch);
      else this.#watchTerm(each, watch);
    }
  }

  remove(watch: number): void {
    for (const { term } of this.#watches.get(watch) ?? []) {
      const watched = this.#terms.get(term);
      watched?.watches.delete(watch);
      if (watched?.watches.size === 0) this.#dropTerm(watched.term);
    }
    this.#watches.delete(watch);
  }

  match(article: ArticleWords, idf: TermIdf): WordMatch[] {
    const places = this.#placesOf(article);
    const covered = new Map<number, number>();
    for (const term of places.keys()) {
      const weight = idf(term);
      for (const watch of this.#terms.get(term)?.watches ?? [])
        covered.set(watch, (covered.get(watch) ?? 0) + weight);
    }
    return [...covered].flatMap(([watch, weight]): WordMatch[] => {
      const terms = this.#watches.get(watch) ?? [];
      const whole = terms.reduce((sum, { term }) => sum + idf(term), 0);
      if (weight < LEAST_COVERED * whole) return [];
      const weighed = terms.map(({ term }) => ({ weight: idf(term), places: places.get(term) ?? null }));
      return [{ watch, aboutness: aboutness(weighed) }];
    });
  }

  #watchTerm(term: QuestionTerm, watch: number): void {
    this.#terms.set(term.term, { term, watches: new Set([watch]) });
    for (const [related, strength] of term.related)
      if (strength >= FOUND) addTo(this.#byRelated, related, term.term);
    addTo(this.#byBeginning, term.term.slice(0, BEGINNING), term.term);
  }

  #dropTerm(term: QuestionTerm): void {
    this.#terms.delete(term.term);
    for (const related of term.related.keys()) this.#byRelated.get(related)?.delete(term.term);
    this.#byBeginning.get(term.term.slice(0, BEGINNING))?.delete(term.term);
  }

  /** Finds where watched terms, or words that stand for them, are in an article. */
  #placesOf({ title, sentences }: ArticleWords): Map<string, TermPlaces> {
    const found = new Map<string, { title: number; sentences: Map<number, number> }>();
    // A word is looked up once, however often it stands in the article.
    const looked = new Map<string, readonly (readonly [string, number])[]>();
    const place = (
      token: Token,
      tell: (at: { title: number; sentences: Map<number, number> }, strength: number) => void,
    ) => {
      const meant = looked.get(token.text) ?? this.#meantBy(token);
      looked.set(token.text, meant);
      for (const [term, strength] of meant) {
        const at = found.get(term) ?? { title: 0, sentences: new Map() };
        found.set(term, at);
        tell(at, strength);
      }
    };
    for (const token of title) {
      place(token, (at, strength) => {
        at.title = Math.max(at.title, strength);
      });
    }
    for (const [number, tokens] of sentences.entries()) {
      for (const token of tokens) {
        place(token, (at, strength) => {
          at.sentences.set(number, Math.max(at.sentences.get(number) ?? 0, strength));
        });
      }
    }
    return found;
  }

  /** The watched terms that a word of an article stands for, with how well it does. */
  #meantBy(token: Token): readonly (readonly [string, number])[] {
    const near = new Set([
      token.term,
      ...(this.#byRelated.get(token.term) ?? []),
      ...(this.#byBeginning.get(token.term.slice(0, BEGINNING)) ?? []),
    ]);
    return [...near].flatMap((term) => {
      const watched = this.#terms.get(term);
      const strength = watched ? matchStrength(watched.term, token) : 0;
      return strength > FOUND ? [[term, strength] as const] : [];
    });
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
