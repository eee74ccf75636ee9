import { numbersIn } from './binary-file.js';

/** Strings of ASCII that lie one after another in a section of a file, so that only those that are asked for are made. */
export class StringTable {
  /** Where each string begins, and at the end of it where the last one ends. */
  readonly #starts: Uint32Array;
  readonly #text: Buffer;

  /** @param sections where the strings begin, and the strings */
  constructor([starts, text = Buffer.alloc(0)]: readonly Buffer[]) {
    this.#starts = numbersIn(starts);
    this.#text = text;
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** The string at a position; empty where there is none. */
  at(position: number): string {
    return this.#text.toString('latin1', this.#starts[position] ?? 0, this.#starts[position + 1] ?? 0);
  }

  /** The position of a string, if the strings are in the order of their characters; -1 if it is not among them. */
  indexOf(string: string): number {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, string);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Below zero if the string at a position comes before the given one, above zero if it comes after it. */
  #compare(position: number, string: string): number {
    const start = this.#starts[position] ?? 0;
    const length = (this.#starts[position + 1] ?? 0) - start;
    const common = Math.min(length, string.length);
    for (let at = 0; at < common; at++) {
      const difference = (this.#text[start + at] ?? 0) - string.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return length - string.length;
  }
}
