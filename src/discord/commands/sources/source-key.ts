import { createHash } from 'node:crypto';
import type { Feed } from '../../../store/feeds.js';
import { CHOICE_VALUE } from '../../rendering/limits.js';

/** What a source is called: its title, or its address if it has none. */
export function nameOf({ title, url }: Pick<Feed, 'title' | 'url'>): string {
  return title ?? url;
}

/** What stands for a source in a suggestion: its key, or a hash of one that is too long. */
export function sourceKey({ source }: Pick<Feed, 'source'>): string {
  return source.length <= CHOICE_VALUE
    ? source
    : `#${createHash('sha256').update(source).digest('base64url')}`;
}
