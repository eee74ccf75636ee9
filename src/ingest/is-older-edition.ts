import type { Article } from '../articles/article.js';

/**
 * Whether what comes in is an older edition of an article that is there: by the dates that its source gives the two
 * editions; where these tell nothing, it is older when its text was there before.
 * @param hash of the text that comes in, see `Fingerprint`
 */
export function isOlderEdition(incoming: Article, hash: string, present: Article): boolean {
  const order = dateOrder(editionDate(incoming), dateOfPresent(present));
  return order < 0 || (order === 0 && (present.revision?.before.includes(hash) ?? false));
}

/** When its source says that an edition which comes in came out; null where it does not say. */
export function editionDate({ updated, published }: Article): string | null {
  return updated ?? published;
}

function dateOfPresent({ revision, updated, published }: Article): string | null {
  if (revision !== undefined) return revision.dated;
  // Files of earlier versions do not tell whether they were updated then, or seen to be.
  return updated === undefined ? published : null;
}

/** Below zero when the first date is before the other; zero, too, where they cannot be compared. */
function dateOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return 0;
  // A day alone does not tell which was earlier on it.
  const digits = Math.min(one.length, other.length) === DAY ? DAY : Infinity;
  return Date.parse(one.slice(0, digits)) - Date.parse(other.slice(0, digits)) || 0;
}

/** Characters of a date without a time. */
const DAY = 10;
