import type { Client } from 'discord.js';
import { forgetOld } from '../store/forgetting.js';
import { forgetAbsentGuilds } from './absent-guilds.js';
import { type BotContext, logFault } from './bot-context.js';

/** How often old data is looked for, in milliseconds. */
const TICK = 60 * 60 * 1000;

/** Deletes what has been kept for long enough, once at the start and then every hour. */
export class RetentionClock {
  readonly #context: BotContext;
  readonly #clients: () => readonly Client<true>[];
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  /** @param clients returns the clients that are connected now */
  constructor(context: BotContext, clients: () => readonly Client<true>[]) {
    this.#context = context;
    this.#clients = clients;
    this.#timer = setInterval(() => this.#look(), TICK);
    this.#look();
  }

  /** Resolves when no deletion is under way any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    this.#running ??= this.#forget()
      .catch((error) => void logFault(this.#context, error))
      .finally(() => {
        this.#running = null;
      });
  }

  async #forget(): Promise<void> {
    const { store, now, retentionDays } = this.#context;
    await forgetOld(store, now(), retentionDays);
    await forgetAbsentGuilds(this.#context, this.#clients());
  }
}
