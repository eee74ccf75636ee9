import type { ArticleTerms } from '../article-terms.js';
import type { PassageQuery } from '../passage-index.js';
import type { Vocabulary } from '../vocabulary.js';
import type { ArticlePostings } from './article-postings.js';
import { BestPassages, type ScoredPassage } from './best-passages.js';
import { CandidateArticles, type Rest } from './candidate-articles.js';
import { type FoundTerm, findTerms } from './found-terms.js';
import { PassageScorer } from './passage-scorer.js';
import type { IndexStatistics } from './term-statistics.js';

/** A limit on the work of one search, whatever the size of the archive. */
export interface SearchBudget {
  /** The number of postings to look up: pairs of a term and an article that holds it. */
  readonly postings: number;
  /** The number of articles whose passages are scored. */
  readonly articles: number;
}

/** The index that is searched. Articles have numbers. */
export interface SearchCollection {
  readonly vocabulary: Vocabulary;
  readonly statistics: IndexStatistics;
  readonly postings: Pick<ArticlePostings, 'visit'>;
  /** Greater than any article's number. */
  readonly size: number;
  article(number: number): { readonly id: string; readonly terms: ArticleTerms };
  /** The newest articles first. */
  newest(count: number): readonly number[];
  /** Negative when the first article is the newer one. */
  readonly compareAge: (a: number, b: number) => number;
}

/**
 * Looking up this many articles takes less time than finding out whether they matter. After that, this is
 * checked each time the number has doubled.
 */
const FEW_POSTINGS = 500;

/**
 * Finds the best passages for a query. It looks up the articles of the rarest term first, then those of ever
 * more common terms, until no further article can hold a good enough passage, or the budget is spent. It then
 * scores the passages of the articles found with all terms, the most promising articles first, until no
 * better passage can come. The result is exact as long as the budget lasts (MaxScore, Turtle and Flood 1995,
 * over whole articles).
 * @returns at most `query.limit` passages, best first
 */
export function searchPassages(
  collection: SearchCollection,
  query: PassageQuery,
  budget: SearchBudget,
): readonly ScoredPassage[] {
  if (!(query.limit >= 1)) return [];
  const found = findTerms(collection, query.terms, budget.postings);
  if (found.length === 0) return [];
  return new Search(collection, found, query.limit, budget).run();
}

class Search {
  readonly #collection: SearchCollection;
  /** Rarest first. */
  readonly #terms: readonly FoundTerm[];
  readonly #rests: readonly Rest[];
  readonly #budget: SearchBudget;
  readonly #limit: number;
  readonly #best: BestPassages;
  readonly #candidates: CandidateArticles;
  readonly #scorer: PassageScorer;
  #scored = 0;

  constructor(
    collection: SearchCollection,
    terms: readonly FoundTerm[],
    limit: number,
    budget: SearchBudget,
  ) {
    this.#collection = collection;
    this.#terms = terms.toSorted((a, b) => a.articles - b.articles || (a.term < b.term ? -1 : 1));
    this.#rests = restsOf(this.#terms);
    this.#budget = budget;
    this.#limit = limit;
    this.#best = new BestPassages(limit);
    this.#candidates = new CandidateArticles(collection.size);
    const matches = terms.map((term) => term.matches);
    this.#scorer = new PassageScorer(matches, collection.statistics);
  }

  run(): readonly ScoredPassage[] {
    const sought = this.#seekArticles();
    // Even the rarest term is in more articles than can be looked up.
    if (sought === 0)
      for (const article of this.#collection.newest(this.#budget.articles)) this.#score(article);
    else this.#scorePromising(this.#budget.articles, this.#restFrom(sought));
    return this.#best.list();
  }

  /** Collects the articles of the terms that matter, and returns the number of these terms. */
  #seekArticles(): number {
    let spent = 0;
    let nextCheck = FEW_POSTINGS;
    for (const [position, term] of this.#terms.entries()) {
      const rest = this.#restFrom(position);
      spent += term.articles;
      if (spent > nextCheck) {
        nextCheck = 2 * spent;
        this.#scorePromising(this.#limit, rest);
        if (rest.most * rest.terms < this.#best.threshold) return position;
      }
      if (spent > this.#budget.postings) return position;
      term.visit((article, most) => this.#candidates.add(article, position, most));
    }
    return this.#terms.length;
  }

  /** Scores the articles that may hold the best passages, at most `most` of them. */
  #scorePromising(most: number, rest: Rest): void {
    const count = Math.min(most, this.#budget.articles - this.#scored);
    const promising = this.#candidates.promising(
      count,
      this.#best.threshold,
      rest,
      this.#collection.compareAge,
    );
    for (const { article, bound } of promising) {
      if (bound < this.#best.threshold) return;
      this.#score(article);
    }
  }

  #score(article: number): void {
    const { id, terms } = this.#collection.article(article);
    this.#scorer.score(terms, (passage, score) => {
      if (score >= this.#best.threshold) this.#best.offer({ article: id, passage, score });
    });
    this.#candidates.finish(article);
    this.#scored += 1;
  }

  #restFrom(position: number): Rest {
    return this.#rests[position] ?? { most: 0, terms: 0 };
  }
}

function restsOf(terms: readonly FoundTerm[]): Rest[] {
  const rests: Rest[] = [];
  let rest: Rest = { most: 0, terms: 0 };
  for (const term of terms.toReversed()) {
    rest = { most: rest.most + term.most, terms: rest.terms + 1 };
    rests.push(rest);
  }
  return rests.reverse();
}
