import { indexTerms } from '../text/analyser.js';
import type { Archive, ArticleSummary } from './archive.js';
import { type ArchivedArticle, isCaption, type Passage } from './passage.js';

/** The number of passages to look at. Kept low, as somebody who types asks with every letter. */
const PASSAGES = 20;

/** An article whose text has what was looked for, and the passage with most of it. */
export interface TextMatch {
  readonly article: ArticleSummary;
  readonly passage: Passage;
}

/** A sentence that holds some of the words that were looked for. */
export interface Mention {
  readonly text: string;
  /** 1-based, as people count. */
  readonly paragraph: number;
  /** Whether it is a photo caption. */
  readonly isCaption: boolean;
}

/**
 * Finds the articles that have all the words in the passages that BM25 finds, best first. The words of an
 * article's title and publisher count as well.
 * @param limit the maximum number of articles
 */
export async function articlesMentioning(
  archive: Archive,
  words: string,
  limit: number,
): Promise<TextMatch[]> {
  const terms = [...new Set(indexTerms(words))];
  if (terms.length === 0) return [];
  const hits = await archive.search({
    terms: terms.map((term) => ({ term, weight: 1 })),
    limit: PASSAGES,
  });
  const passages = new Map<string, Passage[]>();
  for (const { passage } of hits) {
    passages.set(passage.article, [...(passages.get(passage.article) ?? []), passage]);
  }
  const summaries = new Map(
    archive.articles().flatMap((article) => (passages.has(article.id) ? [[article.id, article]] : [])),
  );
  const found = await Promise.all(
    Array.from(passages, async ([id, its]): Promise<TextMatch[]> => {
      const [article, [passage]] = [summaries.get(id), its];
      // A single word needs no check: every passage that was found has it.
      const fits = terms.length === 1 || hasAll(await archive.article(id), its, terms);
      return article !== undefined && passage !== undefined && fits ? [{ article, passage }] : [];
    }),
  );
  return found.flat().slice(0, limit);
}

function hasAll(
  article: ArchivedArticle | undefined,
  passages: readonly Passage[],
  terms: readonly string[],
): boolean {
  if (article === undefined) return false;
  const { title, publisher, sentences } = article;
  const texts = passages.flatMap(({ first, last }) =>
    sentences.slice(first, last + 1).map(({ text }) => text),
  );
  const own = new Set([title ?? '', publisher ?? '', ...texts].flatMap(indexTerms));
  return terms.every((term) => own.has(term));
}

/** Finds articles that have some of the words in their texts, best first. */
export async function articlesNear(
  archive: Archive,
  words: string,
  limit: number,
): Promise<ArticleSummary[]> {
  const terms = [...new Set(indexTerms(words))].map((term) => ({ term, weight: 1 }));
  if (terms.length === 0) return [];
  const hits = await archive.search({ terms, limit: PASSAGES });
  const ids = [...new Set(hits.map(({ passage }) => passage.article))].slice(0, limit);
  const summaries = new Map(archive.articles().map((article) => [article.id, article]));
  return ids.flatMap((id) => summaries.get(id) ?? []);
}

/**
 * Finds the sentence of a passage with most of the words; of equals, the first. Null if none has any, or the
 * article is gone.
 */
export async function mentionIn(archive: Archive, passage: Passage, words: string): Promise<Mention | null> {
  const article = await archive.article(passage.article);
  const terms = new Set(indexTerms(words));
  if (article === undefined) return null;
  const [most] = article.sentences
    .slice(passage.first, passage.last + 1)
    .map((sentence) => ({ sentence, count: shared(sentence.text, terms) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (most === undefined) return null;
  const { text, paragraph } = most.sentence;
  return { text, paragraph: paragraph + 1, isCaption: isCaption(article, most.sentence) };
}

function shared(text: string, terms: ReadonlySet<string>): number {
  return new Set(indexTerms(text).filter((term) => terms.has(term))).size;
}
