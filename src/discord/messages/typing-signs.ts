import { type REST, Routes } from 'discord.js';

/**
 * How long somebody waits before the typing indicator shows, and how soon it is renewed, just before it goes
 * out. In milliseconds.
 */
const AFTER = 1_000;
const LASTS = 9_000;

/** Shows in a channel that an answer is coming. One indicator is enough for everybody who waits there. */
export class TypingSigns {
  readonly #shown = new Map<string, number>();

  constructor(
    private readonly rest: REST,
    private readonly now: () => number,
  ) {}

  async during<T>(channel: string, work: () => Promise<T>): Promise<T> {
    const type = (): void => {
      this.#show(channel);
      timer = setTimeout(type, LASTS);
    };
    let timer = setTimeout(type, AFTER);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }

  #show(channel: string): void {
    const now = this.now();
    if (now - (this.#shown.get(channel) ?? 0) < LASTS) return;
    this.#shown.set(channel, now);
    // Only an indicator; sending the answer shows whether we may write.
    this.rest.post(Routes.channelTyping(channel)).catch(() => {});
  }
}
