import { LRUCache } from 'lru-cache';
import { sourcesOf } from '../../articles/sources.js';
import { type ArticleTerms, sentencesOf, termsOfArticle } from '../article-terms.js';
import type { ArchivedArticle } from '../passage.js';
import type { PassageHit, PassageIndex, PassageQuery, PassageSearch } from '../passage-index.js';
import { type PreparedArticle, termsIn } from '../prepared-article.js';
import { Vocabulary } from '../vocabulary.js';
import type { ScoredPassage } from './best-passages.js';
import type { IndexArrays } from './index-arrays.js';
import { IndexView } from './index-view.js';
import type { IndexedArticle } from './indexed-article.js';
import { invert } from './inversion.js';
import { PassagePostings } from './passage-postings.js';
import { PassageTable } from './passage-table.js';
import { type SearchCollection, searchPassages } from './search-passages.js';
import { type IndexStatistics, TermStatistics } from './term-statistics.js';

/** The initial content of an index. */
interface IndexContent {
  /** In the order of their numbers. */
  readonly vocabulary: readonly string[];
  readonly articles: readonly IndexedArticle[];
  /** What was worked out from the terms of the articles, if they were saved. */
  readonly arrays?: IndexArrays;
}

/** How many views are kept. One that is asked for again is made anew, in a millisecond or two. */
const VIEWS = 32;

/** Postings are made anew when more articles than this have come since, and more than they are of. */
const MANY = 200;

/**
 * The embedded engine. It scores passages by MiniSearch's formula and finds spellings in MiniSearch's tree of terms; postings and
 * the terms of passages are arrays, which are read as they were saved. It holds no text.
 */
export class MiniSearchIndex implements PassageIndex, SearchCollection {
  readonly vocabulary: Vocabulary;
  readonly statistics: TermStatistics;
  /** By number. */
  readonly #articles: (IndexedArticle | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #freeNumbers: number[] = [];
  /** Numbers of articles whose passages have no numbers and postings yet. */
  readonly #pending = new Set<number>();
  readonly #views = new LRUCache<string, IndexView>({ max: VIEWS });
  #passages: PassageTable;
  #postings: PassagePostings;
  /** The number of articles that the arrays of the postings are of, and of those that have come and gone since. */
  #inArrays: number;
  #since = 0;
  #gone = 0;

  constructor({ vocabulary, articles, arrays }: IndexContent = { vocabulary: [], articles: [] }) {
    this.vocabulary = new Vocabulary(vocabulary);
    this.statistics = new TermStatistics(arrays?.counted);
    this.#inArrays = arrays === undefined ? 0 : articles.length;
    this.#passages = new PassageTable(arrays && articles.map(({ terms }) => terms));
    this.#postings = new PassagePostings(arrays?.inversion);
    for (const article of articles) {
      const number = this.#take(article);
      if (arrays === undefined) this.#count(number, article);
    }
  }

  /** @throws Error when it does not hold the article */
  termsOf(articleId: string): ArticleTerms {
    return this.article(this.#numbers.get(articleId) ?? -1).terms;
  }

  get passageCount(): number {
    return this.statistics.passageCount;
  }

  get size(): number {
    return this.#articles.length;
  }

  get passages(): PassageTable {
    return this.#passages;
  }

  get postings(): PassagePostings {
    return this.#postings;
  }

  async search(query: PassageQuery): Promise<readonly PassageHit[]> {
    return this.#search(this, query);
  }

  async documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#frequencies(this.statistics, terms);
  }

  within(sources: readonly string[]): PassageSearch {
    const view = () => this.#view(sources);
    return {
      get passageCount() {
        return view().statistics.passageCount;
      },
      search: async (query) => this.#search(view(), query),
      documentFrequencies: async (terms) => this.#frequencies(view().statistics, terms),
    };
  }

  async add(article: ArchivedArticle, prepared?: PreparedArticle): Promise<void> {
    const { id } = article;
    const terms = prepared ? termsIn(this.vocabulary, prepared) : termsOfArticle(article, this.vocabulary);
    await this.remove(id);
    this.#put({ id, sources: sourcesOf(article), terms });
  }

  async remove(articleId: string): Promise<void> {
    const number = this.#numbers.get(articleId);
    if (number === undefined) return;
    const { terms } = this.article(number);
    for (const view of this.#views.values()) view.removed(number);
    if (!this.#pending.delete(number)) {
      this.#passages.remove(number);
      this.#gone += 1;
    }
    this.statistics.remove(terms);
    this.#articles[number] = undefined;
    this.#numbers.delete(articleId);
    this.#freeNumbers.push(number);
  }

  async close(): Promise<void> {}

  /** Brings passages and postings up to date, so that the next search does not have to. */
  settle(): void {
    if (this.#pending.size === 0) return;
    if (this.#since + this.#pending.size > Math.max(MANY, this.#inArrays)) this.#renew();
    else for (const number of this.#pending) this.#number(number);
    this.#pending.clear();
  }

  /** Brings everything into the form in which it is saved: the articles in the order of their passages, and their arrays. */
  saved(): { readonly articles: readonly IndexedArticle[]; readonly arrays: IndexArrays } {
    this.settle();
    if (this.#since > 0 || this.#gone > 0 || this.#postings.terms < this.vocabulary.size) this.#renew();
    const articles = Array.from(this.#numbers.values(), (number) => this.article(number));
    const counted = this.statistics.counted(this.vocabulary.size);
    return { articles, arrays: { inversion: this.#postings.inversion, counted } };
  }

  article(number: number): IndexedArticle {
    const article = this.#articles[number];
    if (article === undefined) throw new Error(`no article has the number ${number}`);
    return article;
  }

  idOf(number: number): string {
    return this.article(number).id;
  }

  #search(collection: SearchCollection, query: PassageQuery): PassageHit[] {
    this.settle();
    return searchPassages(collection, query).map((found) => this.#hitOf(found));
  }

  #put(article: IndexedArticle): void {
    this.#count(this.#take(article), article);
  }

  /** Holds an article, and returns its number. */
  #take(article: IndexedArticle): number {
    const number = this.#freeNumbers.pop() ?? this.#articles.length;
    this.#articles[number] = article;
    this.#numbers.set(article.id, number);
    return number;
  }

  #count(number: number, { terms }: IndexedArticle): void {
    this.#pending.add(number);
    this.statistics.add(terms);
    for (const view of this.#views.values()) view.added(number);
  }

  #view(sources: readonly string[]): IndexView {
    this.settle();
    const key = sources.toSorted().join('\n');
    const view = this.#views.get(key) ?? new IndexView(this, this.#numbers.values(), sources);
    this.#views.set(key, view);
    return view;
  }

  #frequencies(statistics: IndexStatistics, terms: readonly string[]): number[] {
    return terms.map((term) => {
      const number = this.vocabulary.find(term);
      return number === undefined ? 0 : statistics.passagesWith(number);
    });
  }

  #hitOf({ article, passage, score }: ScoredPassage): PassageHit {
    const sentences = sentencesOf(this.termsOf(article), passage);
    return { passage: { id: `${article}#${passage}`, article, ...sentences }, score };
  }

  /** Numbers the passages of an article, and adds their postings. */
  #number(article: number): void {
    const { terms } = this.article(article);
    this.#postings.add(terms, this.#passages.add(article, terms));
    this.#since += 1;
  }

  /** Makes the arrays anew, of all articles. */
  #renew(): void {
    const numbers = [...this.#numbers.values()];
    this.#passages = new PassageTable();
    for (const number of numbers) this.#passages.add(number, this.article(number).terms);
    const terms = numbers.map((number) => this.article(number).terms);
    this.#postings = new PassagePostings(invert(terms, this.vocabulary.size));
    this.#inArrays = numbers.length;
    this.#since = 0;
    this.#gone = 0;
  }
}
