import { createHash } from 'node:crypto';
import { sourcesOf } from '../../articles/sources.js';
import { indexTerms } from '../../text/analyser.js';
import type { ArticleSummary } from '../archive.js';
import { packArticle } from '../packed-article.js';
import type { ArchivedArticle, Passage } from '../passage.js';
import { passageText, splitPassages } from '../passages.js';
import { summarise } from '../summary.js';

/** A passage as the cluster holds it: its place, and its index terms. */
export interface PassageDocument {
  readonly article: string;
  readonly first: number;
  readonly last: number;
  /** Index terms of the article's title and of the passage's text, repeated as they are there. */
  readonly title: readonly string[];
  readonly text: readonly string[];
  /** All of them, each once. */
  readonly terms: readonly string[];
  /** The source keys of the article. */
  readonly sources: readonly string[];
}

/**
 * An article as the cluster holds it. It is written after its passages: if it is there, they are too. A
 * removed article leaves a document without a body, which tells other processes of the removal.
 */
export interface ArticleDocument {
  /** Changes with every change of the article; null when it was removed. */
  readonly edition: string | null;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly passages: number;
  /** The numbers of different terms of its passages, added up. */
  readonly titleTerms: number;
  readonly textTerms: number;
  /** The index terms of its title, each once. */
  readonly title: readonly string[];
  readonly sources: readonly string[];
  readonly summary: ArticleSummary | null;
  /** The packed article. */
  readonly body: string | null;
}

/** An article ready to be written to the cluster. */
export interface Prepared {
  readonly id: string;
  readonly edition: string;
  readonly document: Omit<ArticleDocument, 'changed'>;
  readonly passages: readonly (readonly [id: string, PassageDocument])[];
}

/** Computes an article's edition: a hash that differs between editions of it. */
export function editionOf(article: ArchivedArticle): string {
  return digest(packArticle(article));
}

function digest(packed: Uint8Array): string {
  return createHash('sha256').update(packed).digest('base64url');
}

export function prepare(article: ArchivedArticle): Prepared {
  const packed = packArticle(article);
  const edition = digest(packed);
  const title = indexTerms(article.title ?? '');
  const passages = splitPassages(article).map(
    (passage) => [passage.id, passageDocument(article, passage, title)] as const,
  );
  const different = (field: 'title' | 'text'): number =>
    passages.reduce((sum, [, document]) => sum + new Set(document[field]).size, 0);
  return {
    id: article.id,
    edition,
    passages,
    document: {
      edition,
      passages: passages.length,
      titleTerms: different('title'),
      textTerms: different('text'),
      title: [...new Set(title)],
      sources: sourcesOf(article),
      summary: summarise(article),
      body: Buffer.from(packed).toString(),
    },
  };
}

/** What is left of an article that was removed. */
export const REMOVED: Omit<ArticleDocument, 'changed'> = {
  edition: null,
  passages: 0,
  titleTerms: 0,
  textTerms: 0,
  title: [],
  sources: [],
  summary: null,
  body: null,
};

function passageDocument(
  article: ArchivedArticle,
  passage: Passage,
  title: readonly string[],
): PassageDocument {
  const text = indexTerms(passageText(article, passage));
  const { first, last } = passage;
  const terms = [...new Set([...title, ...text])];
  return { article: article.id, first, last, title, text, terms, sources: sourcesOf(article) };
}
