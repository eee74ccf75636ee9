import {
  type ArticleTerms,
  passageCount,
  termOfEntry,
  textLengths,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { SourceFilter } from '../views/source-filter.js';
import type { ArticlePostings } from './article-postings.js';
import type { SearchCollection } from './bounded-search.js';
import type { IndexedArticle } from './indexed-article.js';
import type { Field } from './posting.js';
import { articleOf, passagesOf } from './posting.js';
import type { IndexStatistics } from './term-statistics.js';

/** The whole index that a view is of. */
export interface WholeIndex extends SearchCollection {
  readonly postings: ArticlePostings;
  article(number: number): IndexedArticle;
}

/** How often a term stands in the articles of a view; see `TermStatistics`. */
interface TermCount {
  inText: number;
  inTitle: number;
  passages: number;
  articles: number;
}

/** Of so many terms the counts are kept. */
const KEPT = 20_000;

/**
 * The articles of some sources in an index, to be searched as if there were no others. It is a mark for each article of
 * the index: whoever reads the postings of a term passes over the articles that are not marked. So it costs little until
 * it is used, and little to keep.
 */
export class IndexView implements SearchCollection {
  readonly #whole: WholeIndex;
  readonly #filter: SourceFilter;
  /** By article number: 1 for those of the view. */
  #marks: Uint8Array;
  readonly #counts = new Map<number, TermCount>();
  #passages = 0;
  #titleLengths = 0;
  #textLengths = 0;
  readonly statistics: IndexStatistics;
  readonly postings: Pick<ArticlePostings, 'visit'>;

  /** @param articles numbers of all articles of the index */
  constructor(whole: WholeIndex, articles: Iterable<number>, sources: readonly string[]) {
    this.#whole = whole;
    this.#filter = new SourceFilter(sources);
    this.#marks = new Uint8Array(whole.size);
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

  article(number: number): IndexedArticle {
    return this.#whole.article(number);
  }

  newest(count: number): readonly number[] {
    const newest: number[] = [];
    for (const number of this.#whole.newest(this.#whole.size)) {
      if (newest.length === count) break;
      if (this.#has(number)) newest.push(number);
    }
    return newest;
  }

  /** Takes note of an article that came into the index; of one of other sources too. */
  added(number: number): void {
    const { sources, terms } = this.article(number);
    if (!this.#filter.accepts(sources, (term) => isInTitle(terms, this.vocabulary.find(term)))) return;
    this.#mark(number, 1);
  }

  /** Takes note of an article that is about to leave the index. */
  removed(number: number): void {
    if (this.#has(number)) this.#mark(number, 0);
  }

  #has(number: number): boolean {
    return this.#marks[number] === 1;
  }

  #mark(number: number, mark: 0 | 1): void {
    if (number >= this.#marks.length) {
      const larger = new Uint8Array(Math.max(this.size, number + 1, this.#marks.length * 2));
      larger.set(this.#marks);
      this.#marks = larger;
    }
    this.#marks[number] = mark;
    const change = mark === 1 ? 1 : -1;
    const { terms } = this.article(number);
    const passages = passageCount(terms);
    this.#passages += change * passages;
    this.#titleLengths += change * passages * titleLength(terms);
    this.#textLengths += change * textLengths(terms);
    // What is known of its terms is counted again when somebody asks.
    this.#counts.clear();
  }

  #countOf(term: number): TermCount {
    const known = this.#counts.get(term);
    if (known !== undefined) return known;
    const count = this.#count(term);
    if (this.#counts.size >= KEPT) this.#counts.clear();
    this.#counts.set(term, count);
    return count;
  }

  #count(term: number): TermCount {
    const { postings } = this.#whole;
    const marks = this.#marks;
    const termsOf = (number: number): ArticleTerms => this.article(number).terms;
    const count: TermCount = { inText: 0, inTitle: 0, passages: 0, articles: 0 };
    const titled = new Set<number>();
    postings.eachPosting(term, 'title', (posting) => {
      const article = articleOf(posting);
      if (marks[article] !== 1) return true;
      titled.add(article);
      count.articles += 1;
      count.inTitle += passagesOf(posting, 'title', term, termsOf);
      return true;
    });
    count.passages = count.inTitle;
    postings.eachPosting(term, 'text', (posting) => {
      const article = articleOf(posting);
      if (marks[article] !== 1) return true;
      const passages = passagesOf(posting, 'text', term, termsOf);
      count.articles += 1;
      count.inText += passages;
      if (!titled.has(article)) count.passages += passages;
      return true;
    });
    return count;
  }

  #visit(
    term: string,
    distance: number,
    fields: readonly Field[],
    visitor: (article: number, term: string) => boolean,
  ): boolean {
    const marks = this.#marks;
    return this.#whole.postings.visit(
      term,
      distance,
      fields,
      (number, found) => marks[number] !== 1 || visitor(number, found),
    );
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
      inText: (term) => view.#countOf(term).inText,
      inTitle: (term) => view.#countOf(term).inTitle,
      passagesWith: (term) => view.#countOf(term).passages,
      articlesWith: (term) => view.#countOf(term).articles,
    };
  }
}

function isInTitle(terms: ArticleTerms, term: number | undefined): boolean {
  const start = titleStart(terms);
  for (let at = start; at < start + titleLength(terms); at++)
    if (termOfEntry(terms[at] ?? 0) === term) return true;
  return false;
}
