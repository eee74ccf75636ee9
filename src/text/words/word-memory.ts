/** Longer words are looked at anew each time: nobody repeats them, and one may be as long as a page. */
const LONGEST_KEPT = 64;
/** The number of slots of an empty memory; a power of two. */
const FIRST_SLOTS = 1 << 10;

/**
 * Remembers what was found out about words, as a text repeats them. Readers bring new words without end, so once it
 * is full, all are forgotten. A word is looked up as it stands in a text: to cut it out first, as a map's key has to be, takes
 * several times as long.
 */
export class WordMemory<Known> {
  #words: string[] = [];
  #known: Known[] = [];
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
    return this.#words.length;
  }

  /** Returns what is known of a word, or finds it out. */
  of(word: string, findOut: (word: string) => Known): Known {
    return this.within(word, 0, word.length, findOut);
  }

  /** Does the same for a word that stands in a text, at the offsets `[start, end)`. */
  within(text: string, start: number, end: number, findOut: (word: string) => Known): Known {
    if (end - start > LONGEST_KEPT) return findOut(text.slice(start, end));
    const number = this.#find(text, start, end, hashOf(text, start, end));
    if (number !== undefined) return this.#known[number] as Known; // Kept with the word of this number.
    const own = ownCopy(text.slice(start, end));
    const found = findOut(own);
    this.#keep(own, found);
    return found;
  }

  #find(text: string, start: number, end: number, hash: number): number | undefined {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return undefined;
      if (isAt(text, start, end, this.#words[number] ?? '')) return number;
    }
  }

  #keep(word: string, found: Known): void {
    if (this.#words.length >= this.most) {
      this.#words = [];
      this.#known = [];
      this.#slots = new Int32Array(FIRST_SLOTS);
      this.forgotten();
    }
    this.#known.push(found);
    if (2 * this.#words.push(word) <= this.#slots.length) this.#place(word, this.#words.length);
    else {
      this.#slots = new Int32Array(2 * this.#slots.length);
      for (const [at, each] of this.#words.entries()) this.#place(each, at + 1);
    }
  }

  #place(word: string, content: number): void {
    const last = this.#slots.length - 1;
    let slot = hashOf(word, 0, word.length) & last;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
    this.#slots[slot] = content;
  }
}

/** FNV-1a over the code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false;
  }
  return true;
}

/** Copies a word, because V8 would keep the whole text in memory for a piece that was cut out of it. */
function ownCopy(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
