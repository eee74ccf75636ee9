/** How many events are remembered. After a broken connection, Discord repeats far fewer. */
const REMEMBERED = 5_000;

/** Remembers the events that were handled, because Discord may send them again. */
export class SeenEvents {
  readonly #ids = new Set<string>();

  /** Returns false if the event was seen before. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
