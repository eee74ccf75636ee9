/** Longer words are looked at anew each time: nobody repeats them, and one may be as long as a page. */
const LONGEST_KEPT = 64;
/** The number of slots of an empty memory; a power of two. */
const FIRST_SLOTS = 1 << 10;
/** What stands in a record before the letters: the word's number, in two halves, and its length. */
const BEFORE_LETTERS = 3;
/** Usual words have some eight letters, and half of the slots are free. */
const UNITS_A_SLOT = 6;

/**
 * Remembers what was found out about words, as a text repeats them. Readers bring new words without end, so once it
 * is full, all are forgotten. A word is looked up where it stands in an array of code units: to cut it out of a text first, as a
 * map's key has to be, takes several times as long, and so does reading its letters out of a string that is part of another.
 */
export class WordMemory<Known> {
  #known: Known[] = [];
  /** A record for each word, one after another: all that is read of it lies side by side. */
  #records = new Uint16Array(FIRST_SLOTS * UNITS_A_SLOT);
  /** Where the next record begins. */
  #end = 0;
  /** Two numbers a slot: a word's hash, and 1 + where its record begins; 0 in a free slot. A word is in the slot of its hash or in the next free one, and at least half of them are free. */
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
    const { length } = word;
    if (length > LONGEST_KEPT) return findOut(word);
    for (let at = 0; at < length; at++) lookedUp[at] = word.charCodeAt(at);
    return this.within(lookedUp, 0, length, findOut);
  }

  /** Does the same for a word that stands among the code units of a text, at `[start, end)`. */
  within(units: Uint16Array, start: number, end: number, findOut: (word: string) => Known): Known {
    if (end - start > LONGEST_KEPT) return findOut(wordAt(units, start, end));
    const hash = hashOf(units, start, end);
    const number = this.#find(units, start, end, hash);
    if (number >= 0) return this.#known[number] as Known; // Kept with the word of this number.
    const word = wordAt(units, start, end);
    const found = findOut(word);
    this.#keep(word, hash, found);
    return found;
  }

  /** The number of a word; -1 where it is not kept. */
  #find(units: Uint16Array, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const records = this.#records;
    const last = slots.length - 1;
    for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
      const record = (slots[slot + 1] ?? 0) - 1;
      if (record < 0) return -1;
      if (slots[slot] === hash && isRecordOf(records, record, units, start, end))
        return (records[record] ?? 0) | ((records[record + 1] ?? 0) << 16);
    }
  }

  #keep(word: string, hash: number, found: Known): void {
    if (this.#known.length >= this.most) {
      this.#known = [];
      this.#records = new Uint16Array(FIRST_SLOTS * UNITS_A_SLOT);
      this.#end = 0;
      this.#slots = new Int32Array(2 * FIRST_SLOTS);
      this.forgotten();
    }
    const number = this.#known.length;
    const start = this.#end;
    this.#end = start + BEFORE_LETTERS + word.length;
    if (this.#end > this.#records.length) {
      const records = new Uint16Array(2 * this.#records.length);
      records.set(this.#records);
      this.#records = records;
    }
    this.#records[start] = number;
    this.#records[start + 1] = number >>> 16;
    this.#records[start + 2] = word.length;
    for (let at = 0; at < word.length; at++) this.#records[start + BEFORE_LETTERS + at] = word.charCodeAt(at);
    this.#known.push(found);
    if (4 * this.#known.length > this.#slots.length) this.#grow();
    place(this.#slots, hash, start + 1);
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      const content = this.#slots[slot + 1] ?? 0;
      if (content > 0) place(slots, this.#slots[slot] ?? 0, content);
    }
    this.#slots = slots;
  }
}

function place(slots: Int32Array, hash: number, content: number): void {
  const last = slots.length - 1;
  let slot = (hash << 1) & last;
  while (slots[slot + 1] !== 0) slot = (slot + 2) & last;
  slots[slot] = hash;
  slots[slot + 1] = content;
}

function isRecordOf(
  records: Uint16Array,
  record: number,
  units: Uint16Array,
  start: number,
  end: number,
): boolean {
  if (records[record + 2] !== end - start) return false;
  let letter = record + BEFORE_LETTERS;
  for (let at = start; at < end; at++, letter++) if (units[at] !== records[letter]) return false;
  return true;
}

/** The letters of a word that is looked up by itself. */
const lookedUp = new Uint16Array(LONGEST_KEPT);

/** FNV-1a over the code units. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** A string of its own, which keeps no text in memory. */
function wordAt(units: Uint16Array, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at += LONGEST_KEPT)
    word += String.fromCharCode(...units.subarray(at, Math.min(end, at + LONGEST_KEPT)));
  return word;
}
