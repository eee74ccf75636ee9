/** How long we do not try a channel that refused us, in milliseconds. */
const PAUSE = 10 * 60 * 1000;

/**
 * Channels in which we may not write. Discord counts refused requests against everybody at the same IP
 * address, so a channel that refused one is not tried again for a while.
 */
export class PausedChannels {
  readonly #until = new Map<string, number>();
  readonly #told = new Map<string, number>();

  has(channel: string, now: number): boolean {
    const until = this.#until.get(channel) ?? 0;
    if (until <= now) this.#until.delete(channel);
    return until > now;
  }

  add(channel: string, now: number): void {
    this.#until.set(channel, now + PAUSE);
  }

  /** Returns true once for each person while the channel is paused. */
  shouldTell(channel: string, person: string, now: number): boolean {
    for (const [key, until] of this.#told) if (until <= now) this.#told.delete(key);
    const key = `${channel} ${person}`;
    if (this.#told.has(key)) return false;
    this.#told.set(key, now + PAUSE);
    return true;
  }
}
