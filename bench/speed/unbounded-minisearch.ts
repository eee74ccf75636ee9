import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import type { ArchivedArticle, Passage } from '../../src/archive/passage.js';
import type { PassageHit, PassageIndex, PassageQuery } from '../../src/archive/passage-index.js';
import { passageText, splitPassages } from '../../src/archive/passages.js';
import { indexTerms } from '../../src/text/analyser.js';
import { spellingDistance } from '../../src/text/spelling.js';
import { DocumentFrequencies } from '../engines/document-frequencies.js';

/**
 * What MiniSearch indexes of a passage: the index terms of its text and of its article's title, as one string
 * each.
 */
interface PassageDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

// Texts are analysed once, before MiniSearch sees them, because the document frequencies need the same terms.
const OPTIONS: Options<PassageDocument> = {
  fields: ['title', 'text'],
  tokenize: splitTerms,
  processTerm: (term) => term,
};

/** MiniSearch over passages without bounds: every passage that shares a term with the query is scored. */
export class UnboundedMiniSearch implements Omit<PassageIndex, 'within'> {
  readonly #articles = new Map<string, ArchivedArticle>();
  readonly #passages = new Map<string, Passage>();
  readonly #miniSearch = new MiniSearch(OPTIONS);
  readonly #frequencies = new DocumentFrequencies();

  get passageCount(): number {
    return this.#passages.size;
  }

  async search({ terms, limit }: PassageQuery): Promise<readonly PassageHit[]> {
    const weights = new Map<string, number>();
    for (const { term, weight } of terms) {
      if (weight > 0) weights.set(term, (weights.get(term) ?? 0) + weight);
    }
    const fuzzy = new Set(terms.filter((term) => term.fuzzy).map(({ term }) => term));
    const results = this.#miniSearch.search(joinTerms([...weights.keys()]), {
      fuzzy: (term) => fuzzy.has(term) && spellingDistance(term.length),
      combineWith: 'OR',
      boostTerm: (term) => weights.get(term) ?? 1,
    });
    return this.#best(results, limit);
  }

  async documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    return terms.map((term) => this.#frequencies.of(term));
  }

  async add(article: ArchivedArticle): Promise<void> {
    const documents = documentsOf(article);
    await this.remove(article.id);
    this.#articles.set(article.id, article);
    for (const { passage, document } of documents) {
      this.#passages.set(passage.id, passage);
      this.#miniSearch.add(document);
      this.#frequencies.add(termsOf(document));
    }
  }

  async remove(articleId: string): Promise<void> {
    const article = this.#articles.get(articleId);
    if (article === undefined) return;
    this.#articles.delete(articleId);
    for (const { passage, document } of documentsOf(article)) {
      this.#passages.delete(passage.id);
      this.#miniSearch.remove(document);
      this.#frequencies.remove(termsOf(document));
    }
  }

  async close(): Promise<void> {}

  /**
   * Returns MiniSearch's first `limit` results, which come sorted by score. Equal scores keep the order of
   * their places.
   */
  #best(results: readonly SearchResult[], limit: number): PassageHit[] {
    if (limit < 1) return [];
    const lowest = rounded(results[limit - 1]?.score ?? 0);
    const hits: PassageHit[] = [];
    for (const result of results) {
      const score = rounded(result.score);
      if (score < lowest) break;
      const passage = this.#passages.get(result.id);
      if (passage !== undefined) hits.push({ passage, score });
    }
    return hits.sort(byScoreThenPlace).slice(0, limit);
  }
}

/**
 * Rounds off the last digits of a score. They depend on the order in which passages were added, because
 * MiniSearch keeps running averages of lengths. Without them, an index gives the same answers however it was
 * built.
 */
function rounded(score: number): number {
  return Number(score.toPrecision(10));
}

function byScoreThenPlace(a: PassageHit, b: PassageHit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.passage.article !== b.passage.article) return a.passage.article < b.passage.article ? -1 : 1;
  return a.passage.first - b.passage.first;
}

function documentsOf(article: ArchivedArticle): { passage: Passage; document: PassageDocument }[] {
  // Empty rather than absent, because MiniSearch treats a missing field as one of average length.
  const title = joinTerms(indexTerms(article.title ?? ''));
  return splitPassages(article).map((passage) => {
    const text = joinTerms(indexTerms(passageText(article, passage)));
    return { passage, document: { id: passage.id, title, text } };
  });
}

function termsOf(document: PassageDocument): string[] {
  return [...splitTerms(document.title), ...splitTerms(document.text)];
}

function joinTerms(terms: readonly string[]): string {
  return terms.join('\n');
}

function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.split('\n');
}
