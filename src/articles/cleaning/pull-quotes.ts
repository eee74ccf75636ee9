import { wordCount } from './rule.js';

/** A pull quote stands near the sentence it repeats: at most so many lines away. */
const REACH = 12;
const FEWEST_WORDS = 6;
const LONGEST = 600;

/** "Time on death row: 18 years": a row of a list, which may well say the same of two things. */
const LABELLED = /^[^:.]{2,40}: \S.*[^.!?”"]$/;

/**
 * Positions of the lines that only repeat, word by word, what a neighbouring line says: pull quotes, and captions or
 * paragraphs printed twice (the second goes).
 */
export function pullQuotes(lines: readonly string[]): Set<number> {
  const bare = lines.map(bareWords);
  const found = new Set<number>();
  bare.forEach((words, position) => {
    const written = lines[position] ?? '';
    if (written.length > LONGEST || LABELLED.test(written) || wordCount(words.trim()) < FEWEST_WORDS) return;
    const first = Math.max(0, position - REACH);
    const repeats = bare.slice(first, position + REACH + 1).some((holder, offset) => {
      const other = first + offset;
      if (other === position || holder.length < words.length || found.has(other)) return false;
      return holder === words ? other < position : holder.includes(words);
    });
    if (repeats) found.add(position);
  });
  return found;
}

/** The words alone, in lower case without marks, and a space on either side so that only whole words match. */
function bareWords(line: string): string {
  const words = line
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `;
}
