import { webAddress } from '../web-address.js';
import type { Incoming } from './incoming.js';
import { isoTimestamp } from './timestamp.js';

/**
 * Removes what cannot be true from a source's metadata: broken addresses, and dates that are invalid or in
 * the future.
 */
export function soundMetadata(metadata: Incoming['metadata'], now: Date): Incoming['metadata'] {
  const { url, published, updated, added, ...rest } = metadata;
  const correction = updated === undefined ? null : isoTimestamp(updated, now);
  return {
    ...rest,
    url: webAddress(url)?.href ?? null,
    published: published === null ? null : isoTimestamp(published, now),
    added: added ? isoTimestamp(added, now) : null,
    ...(correction === null ? {} : { updated: correction }),
  };
}
