import { createHash } from 'node:crypto';
import type { Archive } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';

/**
 * All that a button needs to know stands in its custom id, so that it works after a restart: the name of what it does,
 * then fields, the last of which may hold the separator.
 */
const SEPARATOR = ':';

export function customId(action: string, ...fields: readonly (string | number)[]): string {
  return [action, ...fields].join(SEPARATOR);
}

/** The action and its fields. */
export function parseCustomId(id: string): { action: string; fields: string[] } {
  const [action = '', ...fields] = id.split(SEPARATOR);
  return { action, fields };
}

/** An article's id is named after its file and may be longer than fits; then a hash stands for it. */
const LONGEST_ID = 64;
const HASHED = '#';

export function articleKey(id: string): string {
  const plain = id.length <= LONGEST_ID && !id.includes(SEPARATOR) && !id.startsWith(HASHED);
  return plain ? id : HASHED + hash(id);
}

export async function articleByKey(archive: Archive, key: string): Promise<ArchivedArticle | undefined> {
  if (!key.startsWith(HASHED)) return archive.article(key);
  const summary = archive.articles().find(({ id }) => articleKey(id) === key);
  return summary && archive.article(summary.id);
}

/** Letters enough of a quote to tell that the article still has it at the same place. */
const SAMPLE = 24;

/** A short sign of how a quote begins, white space aside. */
export function quoteSign(quote: string): string {
  return hash(quote.replace(/\s+/gu, '').slice(0, SAMPLE)).slice(0, 6);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
