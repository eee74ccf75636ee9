import { type WrittenText, withCodeUnits } from '../code-units.js';

/** Longer words are looked at anew each time: nobody repeats them, and one may be as long as a page. */
const LONGEST_KEPT = 64;
/** The number of slots of an empty memory; a power of two. */
const FIRST_SLOTS = 1 << 10;
/** The code units that an empty memory has room for: more than the longest word has. */
const FIRST_UNITS = 1 << 12;

/**
 * Remembers what was found out about words, as a text repeats them. Readers bring new words without end, so once it
 * is full, all are forgotten. A word is looked up as it stands in a text: to cut it out first, as a map's key has to be, takes
 * several times as long.
 */
export class WordMemory<Known> {
  #known: Known[] = [];
  /** The code units of all words. */
  #units = new Uint16Array(FIRST_UNITS);
  /** Where each word begins in them, and at last where the next one will. */
  #starts = new Int32Array(FIRST_SLOTS);
  /**
   * By hash, or in the next free slot: 1 + the number of a word, and its hash; 0 and 0 where there is none. At least half of them
   * are free.
   */
  #slots = new Int32Array(2 * FIRST_SLOTS);

  /**
   * @param most how many words are kept
   * @param forgotten is called when they are forgotten
   */
  constructor(
    private readonly most: number,
    private readonly forgotten: () => void = () => {},
  ) {}

  /** The number of words that are kept. */
  get size(): number {
    return this.#known.length;
  }

  /** Returns what is known of a word, or finds it out. */
  of(word: string, findOut: (word: string) => Known): Known {
    if (word.length > LONGEST_KEPT) return findOut(word);
    return withCodeUnits(word, (written) => this.within(written, 0, word.length, findOut));
  }

  /** Does the same for a word that stands in a text, at the offsets `[start, end)`. */
  within({ text, units }: WrittenText, start: number, end: number, findOut: (word: string) => Known): Known {
    if (end - start > LONGEST_KEPT) return findOut(text.slice(start, end));
    const hash = hashOf(units, start, end);
    const number = this.#find(units, start, end, hash);
    if (number >= 0) return this.#known[number] as Known; // Kept with the word of this number.
    const found = findOut(ownCopy(text.slice(start, end)));
    this.#keep(units.subarray(start, end), hash, found);
    return found;
  }

  /** The number of a word; -1 if it is not kept. */
  #find(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = (2 * hash) & last; ; slot = (slot + 2) & last) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || (slots[slot + 1] === hash && this.#isAt(units, start, end, number))) return number;
    }
  }

  #isAt(units: Uint16Array, start: number, end: number, number: number): boolean {
    const own = this.#units;
    let at = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - at !== end - start) return false;
    for (let other = start; other < end; other++) {
      if (own[at] !== units[other]) return false;
      at += 1;
    }
    return true;
  }

  #keep(word: Uint16Array, hash: number, found: Known): void {
    if (this.size >= this.most) {
      this.#known = [];
      this.#units = new Uint16Array(FIRST_UNITS);
      this.#starts = new Int32Array(FIRST_SLOTS);
      this.#slots = new Int32Array(2 * FIRST_SLOTS);
      this.forgotten();
    }
    const start = this.#starts[this.size] ?? 0;
    const end = start + word.length;
    if (end > this.#units.length) this.#units = twice(this.#units);
    this.#units.set(word, start);
    const size = this.#known.push(found);
    // There is room for as many starts as there are slots: those of twice as many words.
    this.#starts[size] = end;
    this.#place(hash, size);
    if (4 * size >= this.#slots.length) this.#grow();
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(2 * before.length);
    this.#starts = twice(this.#starts);
    for (let slot = 0; slot < before.length; slot += 2) {
      const content = before[slot] ?? 0;
      if (content !== 0) this.#place(before[slot + 1] ?? 0, content);
    }
  }

  #place(hash: number, content: number): void {
    const last = this.#slots.length - 1;
    let slot = (2 * hash) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 2) & last;
    this.#slots[slot] = content;
    this.#slots[slot + 1] = hash;
  }
}

function twice<Numbers extends Int32Array | Uint16Array>(numbers: Numbers): Numbers;
function twice(numbers: Int32Array | Uint16Array): Int32Array | Uint16Array {
  const larger =
    numbers instanceof Int32Array ? new Int32Array(2 * numbers.length) : new Uint16Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** FNV-1a over the code units. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Copies a word, because V8 would keep the whole text in memory for a piece that was cut out of it. */
function ownCopy(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
