/** Longer words are looked at anew each time: nobody repeats them, and one may be as long as a page. */
const LONGEST_KEPT = 64;

/**
 * Remembers what was found out about words, as a text repeats them. Readers bring new words without end, so once it
 * is full, all are forgotten.
 */
export class WordMemory<Known> {
  readonly #known = new Map<string, Known>();

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
    return this.#known.size;
  }

  /** Returns what is known of a word, or finds it out. */
  of(word: string, findOut: (word: string) => Known): Known {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST_KEPT) return findOut(word);
    const own = ownCopy(word);
    const found = findOut(own);
    if (this.#known.size >= this.most) {
      this.#known.clear();
      this.forgotten();
    }
    this.#known.set(own, found);
    return found;
  }
}

/** Copies a word, because V8 would keep the whole text in memory for a piece that was cut out of it. */
function ownCopy(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
