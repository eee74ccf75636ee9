import type { Article } from '../articles/article.js';

/**
 * Whether an incoming article is an older edition of one that is there. The dates that its source gives the
 * two editions decide; if they do not, it is older if its text was there before.
 * @param hash of the incoming text, see `Fingerprint`
 */
export function isOlderEdition(incoming: Article, hash: string, present: Article): boolean {
  const order = dateOrder(editionDate(incoming), dateOfPresent(present));
  return order < 0 || (order === 0 && (present.revision?.before.includes(hash) ?? false));
}

/** Returns when an incoming edition was published, according to its source; null if it does not say. */
export function editionDate({ updated, published }: Article): string | null {
  return updated ?? published;
}

function dateOfPresent({ revision, updated, published }: Article): string | null {
  if (revision !== undefined) return revision.dated;
  // In files of earlier versions, `updated` may be the source's date or the time when we noticed.
  return updated === undefined ? published : null;
}

/** Compares two dates: negative if the first is earlier; 0 also if they cannot be compared. */
function dateOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  // With only a day, nothing tells which was earlier on it.
  const digits = Math.min(one.length, other.length) === DAY ? DAY : Infinity;
  return Date.parse(one.slice(0, digits)) - Date.parse(other.slice(0, digits)) || 0;
}

/** Characters of a date without a time. */
const DAY = 10;
