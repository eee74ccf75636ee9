import { wordCount } from './rule.js';

/** A pull quote stands near the sentence it repeats: at most so many lines away. */
const REACH = 12;
const FEWEST_WORDS = 6;

/**
 * Positions of the lines that only repeat, word by word, what a neighbouring line says: pull quotes, and captions or
 * paragraphs printed twice (the second goes).
 */
export function pullQuotes(lines: readonly string[]): Set<number> {
  const bare = lines.map(bareWords);
  const found = new Set<number>();
  bare.forEach((words, position) => {
    if (wordCount(words) < FEWEST_WORDS) return;
    for (
      let other = Math.max(0, position - REACH);
      other <= Math.min(bare.length - 1, position + REACH);
      other += 1
    ) {
      const holder = bare[other];
      if (other === position || holder === undefined || found.has(other)) continue;
      const repeats = holder === words ? other < position : ` ${holder} `.includes(` ${words} `);
      if (repeats) found.add(position);
    }
  });
  return found;
}

/** The words alone, lower case, without marks. */
function bareWords(line: string): string {
  return line
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
