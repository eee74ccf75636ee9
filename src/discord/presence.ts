import { ActivityType, type Client, Events } from 'discord.js';
import type { BotContext } from './bot-context.js';
import { texts } from './rendering/texts.js';
import { loggable } from './request-failure.js';

/** How often the archive is counted, in milliseconds. */
const PERIOD = 5 * 60 * 1000;

/** Shows under the bot's name how it is asked, and how many articles it has. */
export class Presence {
  #text: string | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly context: Pick<BotContext, 'service' | 'log'>,
    private readonly clients: () => readonly Client<true>[],
  ) {
    this.#timer = setInterval(() => void this.update(), PERIOD);
  }

  /** Counts the articles, and shows the number if it has changed. */
  async update(): Promise<void> {
    try {
      const { articles } = await this.context.service.overview();
      const text = texts.presence(texts.articles(articles));
      if (text === this.#text) return;
      this.#text = text;
      for (const client of this.clients()) this.#show(client);
    } catch (error) {
      this.context.log.debug(loggable(error), 'The articles could not be counted for the presence');
    }
  }

  /** Shows it on each connection of a client from now on: a new session starts without. */
  follow(client: Client): void {
    client.on(Events.ShardReady, (shard) => this.#show(client, shard));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #show(client: Client, shard?: number): void {
    if (this.#text === null) return;
    const activity = { type: ActivityType.Custom, name: this.#text, state: this.#text };
    client.user?.setPresence({ activities: [activity], ...(shard === undefined ? {} : { shardId: shard }) });
  }
}
