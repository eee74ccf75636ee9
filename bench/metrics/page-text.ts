/** Shares of the four-word shingles of a text that should be there, of one that was found, or of both. */
export interface Overlap {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const SHINGLE = 4;

/** Counts the shingles (runs of four words) that two texts share, as article-extraction-benchmark does. */
export function shingleOverlap(wanted: string, found: string): Overlap {
  const inWanted = shingles(wanted);
  const inFound = shingles(found);
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const shingle of new Set([...inWanted.keys(), ...inFound.keys()])) {
    const wantedCount = inWanted.get(shingle) ?? 0;
    const foundCount = inFound.get(shingle) ?? 0;
    right += Math.min(wantedCount, foundCount);
    wrong += Math.max(0, foundCount - wantedCount);
    missed += Math.max(0, wantedCount - foundCount);
  }
  return { right, wrong, missed };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(words.length > 0 ? 1 : 0, words.length - SHINGLE + 1); start++) {
    const shingle = words.slice(start, start + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Precision, recall and F1 over pages that count alike, however long they are. */
export function meanOverlap(pages: readonly Overlap[]): { precision: number; recall: number; f1: number } {
  const precision = mean(
    pages.map(({ right, wrong, missed }) =>
      wrong + missed === 0 ? 1 : right === 0 ? 0 : right / (right + wrong),
    ),
  );
  const recall = mean(
    pages.map(({ right, wrong, missed }) =>
      wrong + missed === 0 ? 1 : right === 0 ? 0 : right / (right + missed),
    ),
  );
  return { precision, recall, f1: harmonicMean(precision, recall) };
}

/** How many of the strings stand in the text, white space aside. */
export function countHeld(strings: readonly string[], text: string): number {
  const folded = fold(text);
  return strings.filter((string) => folded.includes(fold(string))).length;
}

export function harmonicMean(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
