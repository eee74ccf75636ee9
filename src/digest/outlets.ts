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

/**
 * Counts the outlets that tell a story in their own words. Those that print the same wire report count as
 * one.
 * @param texts the story's articles, copies grouped together
 */
export function independentOutlets(texts: readonly (readonly Printed[])[]): number {
  const printings = texts.map((copies) => new Set(copies.flatMap(outletsOf).map(({ key }) => key)));
  const wires = printings.filter((printing) => printing.size > 1);
  const own = new Set(
    printings.filter((printing) => printing.size === 1).flatMap((printing) => [...printing]),
  );
  for (const wire of wires) for (const key of wire) own.delete(key);
  return own.size + wires.length;
}
