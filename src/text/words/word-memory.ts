/** Longer words are looked at anew each time: nobody repeats them, and one may be as long as a page. */
const LONGEST_KEPT = 64;
/** The number of slots of an empty memory; a power of two. */
const FIRST_SLOTS = 1 << 10;
/** Usual words have some eight letters. */
const LETTERS_A_SLOT = 4;

/**
 * Remembers what was found out about words, as a text repeats them. Readers bring new words without end, so once it
 * is full, all are forgotten. A word is looked up where it stands in an array of code units: to cut it out of a text first, as a
 * map's key has to be, takes several times as long, and so does reading its letters out of a string that is part of another.
 */
export class WordMemory<Known> {
  #known: Known[] = [];
  /** The letters of all words, one word after another. */
  #letters = new Uint16Array(FIRST_SLOTS * LETTERS_A_SLOT);
  /** Where the letters of each word begin; behind the last, where those of the next will. */
  #starts = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);
  /** By hash, or in the next free slot: 1 + the number of a word; 0 where there is none. At least half of them are free. */
  #slots = new Int32Array(FIRST_SLOTS);

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
    const hashes = this.#hashes;
    const last = slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0 || (hashes[number] === hash && this.#isWord(number, units, start, end))) return number;
    }
  }

  #isWord(number: number, units: Uint16Array, start: number, end: number): boolean {
    const starts = this.#starts;
    const letters = this.#letters;
    let letter = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - letter !== end - start) return false;
    for (let at = start; at < end; at++, letter++) if (units[at] !== letters[letter]) return false;
    return true;
  }

  #keep(word: string, hash: number, found: Known): void {
    if (this.#known.length >= this.most) {
      this.#known = [];
      this.#letters = new Uint16Array(FIRST_SLOTS * LETTERS_A_SLOT);
      this.#starts = new Int32Array(FIRST_SLOTS);
      this.#hashes = new Int32Array(FIRST_SLOTS);
      this.#slots = new Int32Array(FIRST_SLOTS);
      this.forgotten();
    }
    const number = this.#known.length;
    const start = this.#starts[number] ?? 0;
    const end = start + word.length;
    if (end > this.#letters.length) this.#letters = copied(this.#letters, 2 * this.#letters.length);
    for (let at = 0; at < word.length; at++) this.#letters[start + at] = word.charCodeAt(at);
    this.#starts[number + 1] = end;
    this.#hashes[number] = hash;
    this.#known.push(found);
    if (2 * (number + 1) <= this.#slots.length) this.#place(number);
    else this.#grow();
  }

  #grow(): void {
    const slots = 2 * this.#slots.length;
    this.#slots = new Int32Array(slots);
    this.#starts = copied(this.#starts, slots);
    this.#hashes = copied(this.#hashes, slots);
    for (let number = 0; number < this.#known.length; number++) this.#place(number);
  }

  #place(number: number): void {
    const last = this.#slots.length - 1;
    let slot = (this.#hashes[number] ?? 0) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = number + 1;
  }
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

function copied<Numbers extends Int32Array | Uint16Array>(numbers: Numbers, length: number): Numbers {
  // Made by the constructor of the very array.
  const larger = new (numbers.constructor as new (length: number) => Numbers)(length);
  larger.set(numbers);
  return larger;
}
