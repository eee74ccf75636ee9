import type { ArchivedArticle } from '../archive/passage.js';

/** Who ran an article. */
export interface Outlet {
  /** Equal for all articles of one publisher. An article without a publisher is its own outlet. */
  readonly key: string;
  /** The publisher; null where the article names none. */
  readonly publisher: string | null;
}

type Printed = Pick<ArchivedArticle, 'id' | 'publisher' | 'copies'>;

/**
 * Returns the article's outlet, then the outlets that were found to print the same text when it was ingested.
 */
export function outletsOf({ id, publisher, copies = [] }: Printed): Outlet[] {
  const also = copies.flatMap((copy) => (copy.publisher === null ? [] : [outlet(copy.publisher)]));
  return [publisher === null ? { key: `article ${id}`, publisher } : outlet(publisher), ...also];
}

function outlet(publisher: string): Outlet {
  return { key: `publisher ${publisher.toLowerCase()}`, publisher };
}
