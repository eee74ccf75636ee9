import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from '../../src/archive/archive.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { readArticle } from '../../src/articles/read-article.js';

/** The articles that ship with Clippings: five reports of one vote, on 5 January 2020. */
export function seedArticles(): ArchivedArticle[] {
  const files = readdirSync('seeds').filter((file) => file.endsWith('.txt'));
  return files.map((file) => archiveArticle(readArticle(file, readFileSync(path.join('seeds', file)))));
}

export async function archiveOf(articles: readonly ArchivedArticle[]): Promise<Archive> {
  return buildArchive(articles);
}

/** An article of one paragraph a line. */
export function article(
  id: string,
  text: string,
  about: Partial<Pick<ArchivedArticle, 'title' | 'publisher' | 'published' | 'added' | 'captions'>> = {},
): ArchivedArticle {
  const paragraphs = text
    .trim()
    .split('\n')
    .map((line) => ({ text: line.trim(), afterBreak: false }));
  return archiveArticle({
    id,
    file: `${id}.txt`,
    title: null,
    publisher: null,
    url: null,
    published: '2026-03-09',
    added: null,
    paragraphs,
    removed: [],
    ...about,
  });
}
