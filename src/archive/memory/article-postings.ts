import MiniSearch, { type Options } from 'minisearch';

export type Field = 'title' | 'text';

/** An article as MiniSearch gets it: its number, and the different terms of each field, one a line. */
type TermsDocument = Readonly<Record<Field, string>> & { readonly id: number };

/** A term, and the numbers of the articles that hold it in each field. */
export type Posting = readonly [term: string, articles: Readonly<Record<Field, Uint32Array>>];

const FIELDS: readonly Field[] = ['title', 'text'];

// Texts are analysed before MiniSearch sees them.
const OPTIONS: Options<TermsDocument> = {
  fields: [...FIELDS],
  tokenize: splitTerms,
  processTerm: (term) => term,
};

/**
 * Finds the articles that hold a term, or one that is spelled like it: MiniSearch over whole articles. Most
 * of the cost of a MiniSearch search is building a result for every match, not the matching. But it first
 * asks for the match's boost, and builds no result if that is 0. So matches are recorded when it asks.
 */
export class ArticlePostings {
  #miniSearch = new MiniSearch(OPTIONS);

  get articleCount(): number {
    return this.#miniSearch.documentCount;
  }

  /** Builds the index from finished postings, ten times as fast as adding one article after the other. */
  static of(articles: readonly number[], postings: Iterable<Posting>): ArticlePostings {
    const made = new ArticlePostings();
    made.#miniSearch = MiniSearch.loadJS(
      {
        serializationVersion: 2,
        documentCount: articles.length,
        ...numbered(articles),
        fieldIds: { title: 0, text: 1 },
        averageFieldLength: [1, 1],
        storedFields: {},
        // MiniSearch iterates over it once; an array would hold everything in memory at the same time.
        index: serialised(postings) as unknown as [string, Record<string, never>][],
      },
      OPTIONS,
    );
    return made;
  }

  add(article: number, terms: TermsOfFields): void {
    this.#miniSearch.add(documentOf(article, terms));
  }

  /** @param terms those that it was added with */
  remove(article: number, terms: TermsOfFields): void {
    this.#miniSearch.remove(documentOf(article, terms));
  }

  /**
   * Visits the articles that hold a term in one of the fields. An article that holds it in both may be
   * visited twice.
   * @param distance also finds terms that differ by up to this many letters; the visitor is given the term
   * found
   * @param visitor returns whether to go on
   * @returns whether every article was visited
   */
  visit(
    term: string,
    distance: number,
    fields: readonly Field[],
    visitor: (article: number, term: string) => boolean,
  ): boolean {
    try {
      this.#miniSearch.search(term, {
        fields: [...fields],
        fuzzy: distance,
        boostDocument: (article: number, found) => {
          if (!visitor(article, found)) throw STOPPED;
          return 0;
        },
      });
    } catch (error) {
      if (error !== STOPPED) throw error;
      return false;
    }
    return true;
  }
}

/** Thrown to leave a search: MiniSearch offers no other way. */
const STOPPED = new Error('enough was found');

/** The different terms of each field of an article. */
export type TermsOfFields = Readonly<Record<Field, readonly string[]>>;

function documentOf(id: number, { title, text }: TermsOfFields): TermsDocument {
  return { id, title: title.join('\n'), text: text.join('\n') };
}

function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.split('\n');
}

/**
 * Lists articles under their own numbers. The lengths are used by MiniSearch only; 1 suits its arithmetic.
 */
function numbered(numbers: readonly number[]): {
  nextId: number;
  documentIds: Record<string, number>;
  fieldLength: Record<string, number[]>;
} {
  const documentIds: Record<string, number> = {};
  const fieldLength: Record<string, number[]> = {};
  let nextId = 0;
  for (const number of numbers) {
    documentIds[number] = number;
    fieldLength[number] = [1, 1];
    nextId = Math.max(nextId, number + 1);
  }
  return { nextId, documentIds, fieldLength };
}

function* serialised(postings: Iterable<Posting>): Generator<[string, Record<string, object>]> {
  for (const [term, articles] of postings) {
    const occurrences: Record<string, object> = {};
    for (const [id, field] of FIELDS.entries()) {
      if (articles[field].length > 0) occurrences[id] = onceEach(articles[field]);
    }
    yield [term, occurrences];
  }
}

function onceEach(articles: Uint32Array): Record<number, number> {
  const occurrences: Record<number, number> = {};
  for (const article of articles) occurrences[article] = 1;
  return occurrences;
}
