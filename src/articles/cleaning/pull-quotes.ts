import { type WrittenText, withCodeUnits } from '../../text/characters/code-units.js';

/** The maximum distance, in lines, between a pull quote and the sentence that it repeats. */
const REACH = 12;
const FEWEST_WORDS = 6;
const LONGEST = 600;

/** "Time on death row: 18 years": a row of a list, which may well say the same about two things. */
const LABELLED = /^[^:.]{2,40}: \S.*[^.!?”"]$/;

/**
 * Finds the lines that only repeat, word for word, what a nearby line says: pull quotes, and captions or
 * paragraphs that are printed twice (the second counts).
 * @returns positions of these lines
 */
export function pullQuotes(lines: readonly string[]): Set<number> {
  const bare = lines.map(bareWords);
  const found = new Set<number>();
  for (const [position, words] of bare.entries()) {
    const written = lines[position] ?? '';
    if (written.length > LONGEST || isLabelled(written) || hasFewWords(words)) continue;
    if (repeatsOther(bare, position, found)) found.add(position);
  }
  return found;
}

function hasFewWords(words: string): boolean {
  let at = 0;
  for (let count = 0; count < FEWEST_WORDS && at >= 0; count++) at = words.indexOf(' ', at + 1);
  return at < 0;
}

function isLabelled(line: string): boolean {
  return line.includes(': ') && LABELLED.test(line);
}

/** Whether a line only repeats one of its neighbours. @param found those that do, and are repeated by none */
function repeatsOther(bare: readonly string[], position: number, found: ReadonlySet<number>): boolean {
  const words = bare[position] ?? '';
  const last = Math.min(bare.length - 1, position + REACH);
  for (let other = Math.max(0, position - REACH); other <= last; other++) {
    const holder = bare[other] ?? '';
    if (holder.length < words.length || other === position || found.has(other)) continue;
    if (holder === words ? other < position : holder.includes(words)) return true;
  }
  return false;
}

/**
 * Returns only the words, in lower case, without punctuation, and with a space on either side so that only
 * whole words match.
 */
function bareWords(line: string): string {
  return withCodeUnits(line, plainWords) ?? anyWords(line);
}

/** The same for a line in plain letters, as nearly all are written: a fifth of the time is enough. Null for others. */
function plainWords({ text: { length }, units }: WrittenText): string | null {
  if (length + 2 > words.length) words = Buffer.alloc(2 * length + 2);
  words[0] = SPACE;
  let end = 1;
  for (let at = 0; at < length; at++) {
    const unit = units[at] ?? 0;
    if (unit > LAST_PLAIN && !MARKS.has(unit)) return null;
    const character = unit > LAST_PLAIN ? SPACE : (PLAIN[unit] ?? 0);
    if (unit === APOSTROPHE || unit === CURLY_APOSTROPHE || (character === SPACE && words[end - 1] === SPACE))
      continue;
    if (character === 0) return null;
    words[end] = character;
    end += 1;
  }
  if (words[end - 1] !== SPACE || end === 1) {
    words[end] = SPACE;
    end += 1;
  }
  return words.toString('latin1', 0, end);
}

const [SPACE, APOSTROPHE, CURLY_APOSTROPHE, LAST_PLAIN] = [0x20, 0x27, 0x2019, 0x7e];
const MARKS: ReadonlySet<number> = new Set(Array.from('“”‘’–—…', (mark) => mark.charCodeAt(0)));
/** What each plain character becomes, by its code; 0 for those that are not plain. */
const PLAIN = Uint8Array.from({ length: LAST_PLAIN + 1 }, (_, code) => {
  const lower = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(lower) ? lower.charCodeAt(0) : code < SPACE ? 0 : SPACE;
});
let words = Buffer.alloc(4096);

function anyWords(line: string): string {
  const written = line.toLowerCase().replace(/['’]/g, '');
  return ` ${written.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
