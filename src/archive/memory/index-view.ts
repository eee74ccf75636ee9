import {
  type ArticleTerms,
  passageCount,
  termOfEntry,
  textLengths,
  titleLength,
  titleStart,
} from '../article-terms.js';
import { SourceFilter } from '../views/source-filter.js';
import type { IndexedArticle } from './indexed-article.js';
import { inTextOf, inTitleOf, passageOf } from './posting.js';
import type { SearchCollection } from './search-passages.js';
import type { IndexStatistics } from './term-statistics.js';

/** The whole index that a view is of. */
export interface WholeIndex extends SearchCollection {
  /** Greater than any article's number. */
  readonly size: number;
  article(number: number): IndexedArticle;
}

/** How often a term stands in the articles of a view; see `TermStatistics`. */
interface TermCount {
  inText: number;
  inTitle: number;
  passages: number;
}

/** Of so many terms the counts are kept. */
const KEPT = 20_000;

/**
 * The articles of some sources in an index, to be searched as if there were no others. It is a mark for each article of
 * the index: passages of others are passed over when terms are counted and the best are chosen. So it costs little until
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

  /** @param articles numbers of all articles of the index */
  constructor(whole: WholeIndex, articles: Iterable<number>, sources: readonly string[]) {
    this.#whole = whole;
    this.#filter = new SourceFilter(sources);
    this.#marks = new Uint8Array(whole.size);
    this.statistics = this.#statistics();
    for (const number of articles) this.added(number);
  }

  get vocabulary(): SearchCollection['vocabulary'] {
    return this.#whole.vocabulary;
  }

  get postings(): SearchCollection['postings'] {
    return this.#whole.postings;
  }

  get passages(): SearchCollection['passages'] {
    return this.#whole.passages;
  }

  idOf(article: number): string | null {
    return this.#has(article) ? this.#whole.idOf(article) : null;
  }

  /** Takes note of an article that came into the index; of one of other sources too. */
  added(number: number): void {
    const { sources, terms } = this.#whole.article(number);
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
      const larger = new Uint8Array(Math.max(this.#whole.size, number + 1, this.#marks.length * 2));
      larger.set(this.#marks);
      this.#marks = larger;
    }
    this.#marks[number] = mark;
    const change = mark === 1 ? 1 : -1;
    const { terms } = this.#whole.article(number);
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
    const count: TermCount = { inText: 0, inTitle: 0, passages: 0 };
    const { postings, passages } = this.#whole;
    for (const some of postings.of(term)) {
      for (const posting of some) {
        const article = passages.articleOf(passageOf(posting));
        if (article === null || !this.#has(article)) continue;
        count.passages += 1;
        if (inTextOf(posting) > 0) count.inText += 1;
        if (inTitleOf(posting) > 0) count.inTitle += 1;
      }
    }
    return count;
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
    };
  }
}

function isInTitle(terms: ArticleTerms, term: number | undefined): boolean {
  const start = titleStart(terms);
  for (let at = start; at < start + titleLength(terms); at++)
    if (termOfEntry(terms[at] ?? 0) === term) return true;
  return false;
}
