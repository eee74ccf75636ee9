/** So many events are remembered; what Discord sends again after a broken connection is far less. */
const REMEMBERED = 5_000;

/** Events that were dealt with, as Discord may send them again. */
export class SeenEvents {
  readonly #ids = new Set<string>();

  /** False when the event was seen before. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
