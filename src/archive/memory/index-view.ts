import {
  type ArticleTerms,
  passageCount,
  termOfEntry,
  textLengths,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { SourceFilter } from '../views/source-filter.js';
import type { ArticlePostings, Field } from './article-postings.js';
import type { SearchCollection } from './bounded-search.js';
import type { IndexedArticle } from './indexed-article.js';
import { countHolders, type TermHolders } from './term-holders.js';
import type { IndexStatistics } from './term-statistics.js';

/** The whole index that a view is of. */
export interface WholeIndex extends SearchCollection {
  readonly postings: ArticlePostings;
  article(number: number): IndexedArticle;
}

/** Looking an article up by a term that it holds takes about as long as counting terms in two. */
const LOOKING_UP = 2;
/** How many article numbers are kept, for each article of the view. */
const KEPT_PER_ARTICLE = 40;
const KEPT = 10_000;

/**
 * The articles of some sources in an index, to be searched as if there were no others. What it knows of a term (the
 * articles with it, and how many passages) is counted when a search first asks, and kept: a view costs little until it
 * is used, and a search in it takes as long as in an index of its own.
 */
export class IndexView implements SearchCollection {
  readonly #whole: WholeIndex;
  readonly #filter: SourceFilter;
  readonly #articles = new Set<number>();
  readonly #holders = new Map<number, TermHolders>();
  #passages = 0;
  #titleLengths = 0;
  #textLengths = 0;
  readonly statistics: IndexStatistics;
  readonly postings: Pick<ArticlePostings, 'visit'>;

  /** @param articles numbers of all articles of the index */
  constructor(whole: WholeIndex, articles: Iterable<number>, sources: readonly string[]) {
    this.#whole = whole;
    this.#filter = new SourceFilter(sources);
    this.statistics = this.#statistics();
    this.postings = { visit: (...asked) => this.#visit(...asked) };
    for (const number of articles) this.added(number);
  }

  get vocabulary(): SearchCollection['vocabulary'] {
    return this.#whole.vocabulary;
  }

  get size(): number {
    return this.#whole.size;
  }

  get compareAge(): SearchCollection['compareAge'] {
    return this.#whole.compareAge;
  }

  /** How many article numbers it keeps. */
  get kept(): number {
    let kept = 0;
    for (const { inTitle, inText } of this.#holders.values()) kept += inTitle.length + inText.length;
    return kept;
  }

  article(number: number): IndexedArticle {
    return this.#whole.article(number);
  }

  newest(count: number): readonly number[] {
    const newest: number[] = [];
    for (const number of this.#whole.newest(this.#whole.size)) {
      if (newest.length === count) break;
      if (this.#articles.has(number)) newest.push(number);
    }
    return newest;
  }

  /** Takes note of an article that came into the index; of one of other sources too. */
  added(number: number): void {
    const { sources, terms } = this.article(number);
    if (!this.#filter.accepts(sources, (term) => isInTitle(terms, this.vocabulary.find(term)))) return;
    this.#articles.add(number);
    this.#measure(number, 1);
    countHolders(this.#holders, number, terms);
  }

  /** Takes note of an article that is about to leave the index. */
  removed(number: number): void {
    if (!this.#articles.has(number)) return;
    this.#measure(number, -1);
    this.#articles.delete(number);
    // What is known of its terms is counted again when somebody asks.
    const { terms } = this.article(number);
    for (let at = titleStart(terms); at < terms.length; at++)
      this.#holders.delete(termOfEntry(terms[at] ?? 0));
  }

  /** Counts terms that are asked for together: an article is looked at once for all of them. */
  learn(terms: readonly string[]): void {
    const numbers = terms.flatMap((term) => this.vocabulary.find(term) ?? []);
    const unknown = [...new Set(numbers)].filter((number) => !this.#holders.has(number));
    if (unknown.length > 0) this.#learn(unknown);
  }

  #learn(terms: readonly number[]): void {
    if (this.kept > KEPT + KEPT_PER_ARTICLE * this.#articles.size) this.#holders.clear();
    const articlesWith = (term: number) => this.#whole.statistics.articlesWith(term);
    const rarestFirst = terms.toSorted((a, b) => articlesWith(a) - articlesWith(b));
    const common = new Map<number, TermHolders>();
    let spent = 0;
    for (const term of rarestFirst) {
      const holders: TermHolders = {
        textPassages: 0,
        titlePassages: 0,
        passages: 0,
        inTitle: [],
        inText: [],
      };
      this.#holders.set(term, holders);
      spent += LOOKING_UP * articlesWith(term);
      if (spent > this.#articles.size) common.set(term, holders);
      else this.#lookUp(term, holders);
    }
    if (common.size === 0) return;
    for (const number of this.#articles) countHolders(common, number, this.article(number).terms);
  }

  /** Counts a rare term: only in the articles that hold it. */
  #lookUp(term: number, holders: TermHolders): void {
    const articles = new Set<number>();
    this.#whole.postings.visit(this.vocabulary.termOf(term), 0, ['title', 'text'], (number) => {
      if (this.#articles.has(number)) articles.add(number);
      return true;
    });
    const wanted = new Map([[term, holders]]);
    for (const number of articles) countHolders(wanted, number, this.article(number).terms);
  }

  #holdersOf(term: number): TermHolders | undefined {
    if (!this.#holders.has(term)) this.#learn([term]);
    return this.#holders.get(term);
  }

  #visit(
    term: string,
    distance: number,
    fields: readonly Field[],
    visitor: (article: number, term: string) => boolean,
  ): boolean {
    if (distance > 0) {
      const isOther = (number: number) => !this.#articles.has(number);
      return this.#whole.postings.visit(
        term,
        distance,
        fields,
        (number, found) => isOther(number) || visitor(number, found),
      );
    }
    const number = this.vocabulary.find(term);
    const holders = number === undefined ? undefined : this.#holdersOf(number);
    if (holders === undefined) return true;
    return fields.every((field) =>
      holders[field === 'title' ? 'inTitle' : 'inText'].every((article) => visitor(article, term)),
    );
  }

  #measure(number: number, change: 1 | -1): void {
    const { terms } = this.article(number);
    const passages = passageCount(terms);
    this.#passages += change * passages;
    this.#titleLengths += change * passages * titleLength(terms);
    this.#textLengths += change * textLengths(terms);
  }

  #statistics(): IndexStatistics {
    const view = this;
    return {
      get passageCount() {
        return view.#passages;
      },
      get titleLength() {
        return view.#titleLengths / view.#passages;
      },
      get textLength() {
        return view.#textLengths / view.#passages;
      },
      inText: (term) => view.#holdersOf(term)?.textPassages ?? 0,
      inTitle: (term) => view.#holdersOf(term)?.titlePassages ?? 0,
      passagesWith: (term) => view.#holdersOf(term)?.passages ?? 0,
      articlesWith(term) {
        const holders = view.#holdersOf(term);
        return holders === undefined ? 0 : holders.inTitle.length + holders.inText.length;
      },
    };
  }
}

function isInTitle(terms: ArticleTerms, term: number | undefined): boolean {
  const start = titleStart(terms);
  for (let at = start; at < start + titleLength(terms); at++)
    if (termOfEntry(terms[at] ?? 0) === term) return true;
  return false;
}
