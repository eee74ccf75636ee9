import { wordCount } from './rule.js';

/** The maximum distance, in lines, between a pull quote and the sentence that it repeats. */
const REACH = 12;
const FEWEST_WORDS = 6;
const LONGEST = 600;

/** "Time on death row: 18 years": a row of a list, which may well say the same about two things. */
const LABELLED = /^[^:.]{2,40}: \S.*[^.!?”"]$/;

/** What is neither plain nor one of the marks that newspapers set. */
const BEYOND_PLAIN = /[^\x20-\x7e“”‘–—…]/;

/**
 * Finds the lines that only repeat, word for word, what a nearby line says: pull quotes, and captions or
 * paragraphs that are printed twice (the second counts).
 * @returns positions of these lines
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

/**
 * Returns only the words, in lower case, without punctuation, and with a space on either side so that only
 * whole words match.
 */
function bareWords(line: string): string {
  const written = line.toLowerCase().replace(/['’]/g, '');
  // In plain letters, as nearly all lines are written, a third of the time is enough.
  const between = BEYOND_PLAIN.test(written) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g;
  const words = written.replace(between, ' ');
  return ` ${words.trim()} `;
}
