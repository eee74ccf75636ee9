import type { Archive } from '../archive/archive.js';
import { composeEdition } from '../digest/compose.js';
import type { Edition } from '../digest/edition.js';
import { periodOfKey } from '../digest/period-key.js';
import { UserError } from '../user-error.js';
import { digestTexts } from './digest-texts.js';

/** Many members press “more stories” below the same digest. */
const KEPT = 16;
const kept = new WeakMap<Archive, Map<string, Promise<Edition>>>();

/**
 * The edition of a period, composed once as long as the archive stays the same.
 * @throws UserError `period-unknown`
 */
export function editionOf(archive: Archive, key: string): Promise<Edition> {
  const period = periodOfKey(key);
  if (!period) throw new UserError('period-unknown', digestTexts.unknownPeriod);
  const editions = kept.get(archive) ?? new Map<string, Promise<Edition>>();
  kept.set(archive, editions);
  const state = `${key} ${archive.articleCount} ${archive.passageCount}`;
  const known = editions.get(state);
  if (known) return known;
  const composed = composeEdition(archive, period);
  editions.set(state, composed);
  composed.catch(() => editions.delete(state));
  const [oldest] = editions.keys();
  if (editions.size > KEPT && oldest !== undefined) editions.delete(oldest);
  return composed;
}
