import { createHash } from 'node:crypto';
import type { Archive } from '../archive/archive.js';
import type { FoundArticle } from './archive-service.js';

/**
 * Longest id that is used as its own key. An id is made from a file name: it may be too long for a button, or
 * hold the character that separates a button's fields.
 */
const LONGEST_ID = 64;
const SEPARATOR = ':';
const HASHED = '#';

/**
 * Returns a key for an article that fits into a button: its id if that is short enough, otherwise a hash of
 * it.
 */
export function articleKey(id: string): string {
  const plain = id.length <= LONGEST_ID && !id.includes(SEPARATOR) && !id.startsWith(HASHED);
  return plain ? id : HASHED + hash(id);
}

export async function articleOfKey(archive: Archive, key: string): Promise<FoundArticle | null> {
  const isHashed = key.startsWith(HASHED);
  const summary = archive.articles().find(({ id }) => (isHashed ? articleKey(id) : id) === key);
  const article = summary && (await archive.article(summary.id));
  return summary && article ? { summary, article } : null;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
