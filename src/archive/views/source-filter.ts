import { SHARED, sourcesOf } from '../../articles/sources.js';
import { indexTerms } from '../../text/analyser.js';

export { SHARED };

/** One source of a view. */
interface Clause {
  readonly source: string;
  /** An article whose title holds all index terms of one of these is left out. */
  readonly without: readonly (readonly string[])[];
}

/**
 * Names a source without some of its articles, where source keys are asked for: those whose titles hold one of these
 * words, or all words of a phrase. Other forms of a word count too.
 */
export function withoutWords(source: string, words: readonly string[]): string {
  return [source, ...words.map((word) => `-${encodeURIComponent(word)}`)].join(' ');
}

/** Keeps those of some sources, perhaps made by `withoutWords`, that have one of these keys. */
export function ofKeys(sources: readonly string[], keys: readonly string[]): string[] {
  return sources.filter((each) => keys.includes(each.split(' ')[0] ?? ''));
}

/** Decides which articles belong to a view. */
export class SourceFilter {
  readonly clauses: readonly Clause[];

  /** @param sources source keys, some perhaps made by `withoutWords` */
  constructor(sources: readonly string[]) {
    this.clauses = sources.map((each) => {
      const [source = '', ...words] = each.split(' ');
      const without = words.map((word) => indexTerms(decodeURIComponent(word.slice(1))));
      return { source, without: without.filter((terms) => terms.length > 0) };
    });
  }

  /** @param titleHas whether the title of the article holds an index term */
  accepts(sources: readonly string[], titleHas: (term: string) => boolean): boolean {
    return this.clauses.some(
      ({ source, without }) => sources.includes(source) && !without.some((terms) => terms.every(titleHas)),
    );
  }

  acceptsArticle(article: { readonly title: string | null; readonly sources?: readonly string[] }): boolean {
    let terms: ReadonlySet<string> | null = null;
    return this.accepts(sourcesOf(article), (term) => {
      terms ??= new Set(indexTerms(article.title ?? ''));
      return terms.has(term);
    });
  }
}
