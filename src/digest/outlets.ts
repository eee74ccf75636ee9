import type { ArchivedArticle } from '../archive/passage.js';

/** A key that is the same for articles of one publisher; an article without a publisher is an outlet of its own. */
export function outletOf({ id, publisher }: Pick<ArchivedArticle, 'id' | 'publisher'>): string {
  return publisher === null ? `article ${id}` : `publisher ${publisher.toLowerCase()}`;
}

/**
 * How many outlets tell a story in their own words: those that print one wire report count as one.
 * @param texts the story's articles, copies together
 */
export function independentOutlets(texts: readonly (readonly ArchivedArticle[])[]): number {
  const printings = texts.map((copies) => new Set(copies.map(outletOf)));
  const wires = printings.filter((printing) => printing.size > 1);
  const own = new Set(
    printings.filter((printing) => printing.size === 1).flatMap((printing) => [...printing]),
  );
  for (const wire of wires) for (const outlet of wire) own.delete(outlet);
  return own.size + wires.length;
}
