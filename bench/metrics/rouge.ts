import { tokenise } from '../../src/text/tokens.js';

/**
 * ROUGE-N F1 (Lin 2004) of a text against one reference: n-grams in common, clipped to how often each has them,
 * over lower-case stemmed words with stop words kept (as `ROUGE-1.5.5 -m`).
 */
export function rougeF(n: number, candidate: string, reference: string): number {
  const found = ngramCounts(n, candidate);
  const wanted = ngramCounts(n, reference);
  let common = 0;
  for (const [gram, count] of wanted) common += Math.min(count, found.get(gram) ?? 0);
  const total = size(found) + size(wanted);
  return total === 0 ? 0 : (2 * common) / total;
}

function ngramCounts(n: number, text: string): Map<string, number> {
  const words = tokenise(text).map((token) => token.term);
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= words.length; at++) {
    const gram = words.slice(at, at + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function size(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
