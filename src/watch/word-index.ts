import { FOUND, matchStrength } from '../answer/question/match-strength.js';
import type { QuestionTerm } from '../answer/question/question.js';
import type { Token } from '../text/tokens.js';
import {
  type Aboutness,
  aboutness,
  chanceAbout,
  mayReach,
  mostOfTerm,
  type TermPlaces,
} from './aboutness.js';
import type { ArticleWords } from './read-article.js';

/** Words that begin with the same letters, so many, may be forms of one another. */
const BEGINNING = 4;
/** Of so many words of articles it is kept for which watched terms they stand. */
const WORDS_KEPT = 50_000;

/** An article that may be about a watch's words. */
export interface WordMatch {
  readonly watch: number;
  readonly aboutness: Aboutness;
}

/** A term that some watch has, with the watches that have it. */
interface WatchedTerm {
  readonly term: QuestionTerm;
  /** How much it tells: its idf. Null until it is weighed. */
  weight: number | null;
  readonly watches: Set<Watched>;
}

interface Watched {
  readonly watch: number;
  readonly terms: readonly WatchedTerm[];
  /** What the terms that an article has add at most; 0 when no article is compared. */
  most: number;
}

/** A watched term, with how well a word of an article stands for it. */
type Meant = readonly (readonly [term: string, strength: number])[];

/** Where a watched term stands in an article. */
interface Places extends TermPlaces {
  title: number;
  readonly sentences: Map<number, number>;
}

/**
 * Finds the watches whose words an article is about. The watches are indexed, not the articles: an article's words look
 * up the watches. What each word adds to the chance is worked out once for all of them, and only those that may reach the
 * chance are compared in full.
 */
export class WordIndex {
  readonly #terms = new Map<string, WatchedTerm>();
  /** From the terms that may stand for a watched term, and from its first letters, to the watched term. */
  readonly #byRelated = new Map<string, Set<string>>();
  readonly #byBeginning = new Map<string, Set<string>>();
  readonly #watches = new Map<number, Watched>();
  /** By word: articles repeat them, and comparing spellings takes longest. */
  readonly #meant = new Map<string, { readonly term: string; readonly meant: Meant }>();

  add(watch: number, terms: readonly QuestionTerm[]): void {
    const watched: Watched = { watch, terms: terms.map((term) => this.#termFor(term)), most: 0 };
    this.#watches.set(watch, watched);
    for (const { watches } of watched.terms) watches.add(watched);
  }

  remove(watch: number): void {
    const watched = this.#watches.get(watch);
    if (watched === undefined) return;
    for (const { term, watches } of watched.terms) {
      watches.delete(watched);
      if (watches.size === 0) this.#dropTerm(term);
    }
    this.#watches.delete(watch);
  }

  /** The terms that are to be weighed: those of which that was not done yet, or all. */
  termsToWeigh(which: 'new' | 'all'): string[] {
    const terms = [...this.#terms.values()].filter(({ weight }) => which === 'all' || weight === null);
    return terms.map(({ term }) => term.term);
  }

  /** @param weight how much the term tells: its idf */
  weigh(term: string, weight: number): void {
    const watched = this.#terms.get(term);
    if (watched) watched.weight = weight;
  }

  /** @param least returns only watches of which the article is that with this chance */
  match(article: ArticleWords, least: number): WordMatch[] {
    const places = this.#placesOf(article);
    const touched: Watched[] = [];
    for (const [term, at] of places) {
      const watchedTerm = this.#terms.get(term);
      if (!watchedTerm?.weight) continue;
      const most = watchedTerm.weight * mostOfTerm(at);
      for (const watched of watchedTerm.watches) {
        if (watched.most === 0) touched.push(watched);
        watched.most += most;
      }
    }
    const matches: WordMatch[] = [];
    for (const watched of touched) {
      const { watch, terms, most } = watched;
      watched.most = 0;
      let whole = 0;
      for (const { weight } of terms) whole += weight ?? 0;
      if (!mayReach(most / whole, least)) continue;
      const found = aboutness(
        terms.map(({ term, weight }) => ({ weight: weight ?? 0, places: places.get(term.term) ?? null })),
      );
      if (chanceAbout(found) >= least) matches.push({ watch, aboutness: found });
    }
    return matches;
  }

  #termFor(term: QuestionTerm): WatchedTerm {
    const known = this.#terms.get(term.term);
    if (known !== undefined) return known;
    const watched: WatchedTerm = { term, weight: null, watches: new Set() };
    this.#terms.set(term.term, watched);
    this.#meant.clear();
    for (const [related, strength] of term.related)
      if (strength >= FOUND) addTo(this.#byRelated, related, term.term);
    addTo(this.#byBeginning, term.term.slice(0, BEGINNING), term.term);
    return watched;
  }

  #dropTerm(term: QuestionTerm): void {
    this.#terms.delete(term.term);
    this.#meant.clear();
    for (const related of term.related.keys()) this.#byRelated.get(related)?.delete(term.term);
    this.#byBeginning.get(term.term.slice(0, BEGINNING))?.delete(term.term);
  }

  /** Finds where watched terms, or words that stand for them, are in an article. */
  #placesOf({ title, sentences }: ArticleWords): Map<string, Places> {
    const found = new Map<string, Places>();
    const placeOf = (term: string): Places => {
      const known = found.get(term);
      if (known !== undefined) return known;
      const places = { title: 0, sentences: new Map<number, number>() };
      found.set(term, places);
      return places;
    };
    for (const token of title) {
      for (const [term, strength] of this.#meantBy(token)) {
        const at = placeOf(term);
        at.title = Math.max(at.title, strength);
      }
    }
    for (const [number, tokens] of sentences.entries()) {
      for (const token of tokens) {
        for (const [term, strength] of this.#meantBy(token)) {
          const at = placeOf(term).sentences;
          at.set(number, Math.max(at.get(number) ?? 0, strength));
        }
      }
    }
    return found;
  }

  /** The watched terms that a word of an article stands for, with how well it does. */
  #meantBy(token: Token): Meant {
    const known = this.#meant.get(token.text);
    // In a heading in capitals, the same letters may be another word.
    if (known !== undefined && known.term === token.term) return known.meant;
    const meant = this.#findMeant(token);
    if (this.#meant.size >= WORDS_KEPT) this.#meant.clear();
    this.#meant.set(token.text, { term: token.term, meant });
    return meant;
  }

  #findMeant(token: Token): Meant {
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
