import type { DayOrder } from '../../text/dates/written-days.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';

/** Of a longer feed, the newest are read. */
export const MOST_ITEMS = 300;

/** What the whole feed decides in the end: how a date like "5/1/2020" is meant. */
const ORDERS: readonly DayOrder[] = [null, 'day first', 'month first'];

interface KeptItem {
  readonly position: number;
  /** Copied out of the text that it stood in, which would stay in memory with it. */
  readonly bytes: Buffer;
  /** Milliseconds since 1970, one for each of the orders. */
  readonly times: readonly number[];
}

/**
 * Keeps the newest items of a feed as they come, whatever their order. An item without a date counts as old as the one
 * before it. Where day and month can be read in two ways, it keeps what is among the newest in either.
 */
export class NewestItems {
  #items: KeptItem[] = [];
  #times: readonly number[] = ORDERS.map(() => 0);
  #count = 0;

  /** @param most how many to keep */
  constructor(private readonly most: number) {}

  /** How many came so far. */
  get count(): number {
    return this.#count;
  }

  /** @param date as the item writes it; null if it has none */
  add(item: string, date: string | null): void {
    const times = timesOf(date ?? '');
    this.#times = this.#times.map((time, order) => times[order] || time);
    this.#items.push({ position: this.#count, bytes: Buffer.from(item), times: this.#times });
    this.#count += 1;
    if (this.#items.length >= 2 * this.most) this.#forgetOld();
  }

  /** The items that were kept, as UTF-8, in the order in which they came. */
  kept(): readonly Buffer[] {
    this.#forgetOld();
    return this.#items.map(({ bytes }) => bytes);
  }

  #forgetOld(): void {
    if (this.#items.length <= this.most) return;
    const newest = new Set(
      ORDERS.flatMap((_, order) =>
        this.#items
          .toSorted(
            (one, other) =>
              (other.times[order] ?? 0) - (one.times[order] ?? 0) || one.position - other.position,
          )
          .slice(0, this.most),
      ),
    );
    this.#items = this.#items.filter((item) => newest.has(item));
  }
}

/** Most dates say the same in any order. */
function timesOf(date: string): number[] {
  const sure = writtenTimestamp(date);
  return ORDERS.map((order) => Date.parse(sure ?? (order && writtenTimestamp(date, order)) ?? ''));
}
