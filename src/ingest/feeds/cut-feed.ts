import { Parser } from 'htmlparser2';
import { NewestItems } from './newest-items.js';

/** Feed readers need three or four levels, the HTML in some items a few more. */
const DEEPEST = 500;
const MOST_ATTRIBUTES = 1_000;
/** Items whose dates are compared: reading as many dates takes a second. */
const MOST_COMPARED = 50_000;
/** In characters. A larger item is left out. */
const LARGEST_ITEM = 2 * 1024 * 1024;
/** In characters: of one tag, comment or text. */
const LARGEST_PIECE = 2 * LARGEST_ITEM;
/** In characters: of all that stands outside the items. */
const MOST_AROUND = 2 * 1024 * 1024;
/** So many characters are read at a time. */
const STEP = 64 * 1024;

const ITEM = /^(?:[\w.-]+:)?(?:item|entry)$/i;
/** The elements that date an item, the most telling first, without their prefixes. */
const DATES = ['pubdate', 'published', 'issued', 'date', 'created', 'updated', 'modified'];
const LONGEST_DATE = 100;

/**
 * Cuts an XML feed down to its newest whole items while it comes. Beside these it keeps only what stands around the
 * items, so that an archive of all that a site ever published takes as much memory as its newest items. The text of
 * the items stays as it is.
 */
export class FeedCutter {
  readonly #items: NewestItems;
  readonly #parser: Parser;
  /** Text that is not taken or left yet, and where it begins in the whole. */
  #pending = '';
  #from = 0;
  /** What stands before the first item, and what stands after it. */
  readonly #head: Buffer[] = [];
  readonly #tail: Buffer[] = [];
  #around = 0;
  /** The elements around the items that are open. */
  readonly #open: string[] = [];
  #depth = 0;
  #attributes = 0;
  #item: OpenItem | null = null;
  /** The closing tag of the last item is taken but for its bracket. */
  #isClosing = false;

  /** @param most how many items to keep */
  constructor(most: number) {
    this.#items = new NewestItems(most);
    this.#parser = new Parser(
      {
        onopentagname: (name) => this.#opened(name),
        onattribute: () => {
          this.#attributes += 1;
          refuse(this.#attributes > MOST_ATTRIBUTES, `a tag has more than ${MOST_ATTRIBUTES} attributes`);
        },
        ontext: (text) => this.#item?.addText(text),
        onclosetag: (_, isImplied) => this.#closed(isImplied),
      },
      { xmlMode: true, decodeEntities: false },
    );
  }

  /**
   * Reads what comes next; it may begin and end anywhere.
   * @throws RangeError that says which limit is passed, in words that go on from "… cannot be read:"
   */
  push(text: string): void {
    for (let start = 0; start < text.length; start += STEP) {
      const step = text.slice(start, start + STEP);
      this.#pending += step;
      this.#parser.write(step);
      const { startIndex } = this.#parser;
      refuse(
        this.#from + this.#pending.length - startIndex > LARGEST_PIECE,
        `a piece of it is longer than ${LARGEST_PIECE} characters`,
      );
      if (this.#item === null) this.#keepAround(startIndex);
      // It is left out in the end, so nothing of it is kept.
      else if (this.#pending.length > LARGEST_ITEM) this.#skipTo(Math.max(this.#from, startIndex));
    }
  }

  /** A document of the items that are kept and of what stood around all. What was open at the end is closed, but for an item: that is left out. */
  end(): string {
    const closing = this.#open.toReversed().map((name) => Buffer.from(`</${name}>`));
    return Buffer.concat([...this.#head, ...this.#items.kept(), ...this.#tail, ...closing]).toString();
  }

  #opened(name: string): void {
    this.#depth += 1;
    this.#attributes = 0;
    refuse(this.#depth > DEEPEST, `its elements nest more than ${DEEPEST} levels deep`);
    if (this.#item !== null) {
      this.#item.opened(name, this.#depth);
      return;
    }
    const start = this.#pending.indexOf('<', this.#parser.startIndex - this.#from) + this.#from;
    this.#keepAround(start);
    if (ITEM.test(name)) this.#item = new OpenItem(start, this.#depth);
    else this.#open.push(name);
  }

  #closed(isImplied: boolean): void {
    this.#depth -= 1;
    const item = this.#item;
    if (item === null) {
      this.#open.pop();
      return;
    }
    item.closed(this.#depth);
    if (this.#depth >= item.depth) return;
    this.#item = null;
    if (isImplied) {
      // It ends in itself, or with what it stands in: its own end did not come.
      this.#skipTo(Math.max(this.#from, this.#parser.startIndex));
      return;
    }
    // What follows the name may be a space.
    const end = this.#parser.endIndex;
    if (end - item.start <= LARGEST_ITEM) {
      this.#items.add(`${this.#pending.slice(item.start - this.#from, end - this.#from)}>`, item.date);
      refuse(this.#items.count > MOST_COMPARED, `it has more than ${MOST_COMPARED} items`);
    }
    this.#skipTo(end);
    this.#isClosing = true;
  }

  /** Keeps what stands outside the items, up to an offset in the whole. */
  #keepAround(end: number): void {
    if (this.#isClosing) {
      const bracket = this.#pending.indexOf('>');
      if (bracket < 0) return;
      this.#skipTo(this.#from + bracket + 1);
      this.#isClosing = false;
    }
    if (end <= this.#from) return;
    const text = this.#pending.slice(0, end - this.#from);
    this.#skipTo(end);
    const isHead = this.#items.count === 0;
    if (!isHead && text.trim() === '') return;
    this.#around += text.length;
    refuse(this.#around > MOST_AROUND, `it has more than ${MOST_AROUND} characters outside its items`);
    (isHead ? this.#head : this.#tail).push(Buffer.from(text));
  }

  #skipTo(position: number): void {
    this.#pending = this.#pending.slice(position - this.#from);
    this.#from = position;
  }
}

/** An item whose end has not come yet, and its date. */
class OpenItem {
  #rank = DATES.length;
  #date = '';
  /** What of its date is read now: its rank, and the text so far. */
  #reading: { readonly rank: number; text: string } | null = null;

  constructor(
    /** Where it begins, in the whole. */
    readonly start: number,
    readonly depth: number,
  ) {}

  get date(): string | null {
    return this.#date || null;
  }

  opened(name: string, depth: number): void {
    const rank = DATES.indexOf(name.slice(name.indexOf(':') + 1).toLowerCase());
    if (depth === this.depth + 1 && rank >= 0 && rank < this.#rank) this.#reading = { rank, text: '' };
  }

  addText(text: string): void {
    if (this.#reading !== null && this.#reading.text.length < LONGEST_DATE) this.#reading.text += text;
  }

  closed(depth: number): void {
    if (depth !== this.depth || this.#reading === null) return;
    const date = this.#reading.text.trim();
    if (date !== '') [this.#date, this.#rank] = [date, this.#reading.rank];
    this.#reading = null;
  }
}

function refuse(isBeyond: boolean, why: string): void {
  if (isBeyond) throw new RangeError(why);
}

/** Cuts a feed that is there as a whole. */
export function cutFeed(text: string, most: number): string {
  const cutter = new FeedCutter(most);
  cutter.push(text);
  return cutter.end();
}
