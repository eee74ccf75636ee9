import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { z } from 'zod';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { listArticleFiles } from '../../src/articles/articles-folder.js';
import { readArticle } from '../../src/articles/read-article.js';
import { UserError } from '../../src/user-error.js';
import { readJsonLines } from '../sets/json-lines.js';
import { growArchive } from './grow.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

const line = z.object({ id: z.string(), title: z.string(), date: z.string(), text: z.string() });

/**
 * Returns `count` articles: those of a JSON Lines file, or those that ship with Clippings, followed by
 * variations of them.
 */
export async function articlesToImport(file: string | undefined, count: number): Promise<ArchivedArticle[]> {
  const own = file === undefined ? await seeds() : articlesOf(file, count);
  const articles: ArchivedArticle[] = [];
  for (const article of growArchive(own, Number.POSITIVE_INFINITY)) {
    if (articles.length === count) break;
    articles.push(article);
  }
  return articles;
}

/** Reads the first `count` articles of a JSON Lines file, as the archive would hold them. */
export function articlesOf(file: string, count = Number.POSITIVE_INFINITY): ArchivedArticle[] {
  return readJsonLines(file, line).slice(0, count).flatMap(articleOf);
}

async function seeds(): Promise<ArchivedArticle[]> {
  const files = await listArticleFiles(SEEDS);
  return files.map(({ file }) => archiveArticle(readArticle(file, readFileSync(path.join(SEEDS, file)))));
}

function articleOf({ id, title, date, text }: z.infer<typeof line>): ArchivedArticle[] {
  const content = `---\n${stringify({ title, published: date })}---\n\n${text}\n`;
  try {
    return [archiveArticle(readArticle(`${id}.md`, Buffer.from(content)))];
  } catch (error) {
    // Not an article: a picture with its caption, for example.
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** Returns an article as Markdown, the way an operator would drop it into the folder. */
export function fileOf({ title, published, paragraphs }: ArchivedArticle): string {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  return `---\n${stringify({ title, published })}---\n\n${text}\n`;
}

/** Returns a feed that holds the whole text of each article. */
export function feedOf(articles: readonly ArchivedArticle[], address: (path: string) => string): string {
  const items = articles.map(({ id, title, published, paragraphs }) => {
    const html = paragraphs.map(({ text }) => `<p>${escaped(text)}</p>`).join('');
    const date = published === null ? '' : `<pubDate>${new Date(published).toUTCString()}</pubDate>`;
    return `<item><title>${escaped(escaped(title ?? id))}</title><link>${address(`/${encodeURIComponent(id)}`)}</link>${date}<description>${escaped(html)}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
