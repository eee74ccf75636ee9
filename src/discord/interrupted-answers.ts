import type { Client } from 'discord.js';
import {
  type AbandonedInteraction,
  abandonedInteractions,
  settleInteraction,
  TOKEN_LIFE,
  takeInteraction,
} from '../store/interactions.js';
import { type AbandonedMessage, abandonedMessages, takeMessage } from '../store/replies.js';
import { type BotContext, logFault } from './bot-context.js';
import { editOriginal, isAwaited } from './messages/channel-messages.js';
import type { Conversations } from './messages/conversations.js';
import { notice } from './rendering/message.js';
import { texts } from './rendering/texts.js';

/** How often they are looked for, in milliseconds. */
const TICK = 5_000;

/** A connected client with the conversations that it takes part in. */
export interface Connected {
  readonly client: Client<true>;
  readonly conversations: Conversations;
}

/**
 * Finishes what a process was working on when it died. Messages are read again and answered. What was asked by a command
 * is kept nowhere, so whoever waits for such an answer is told to ask again.
 */
export class InterruptedAnswers {
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  /** @param track receives the answers, which may take a while */
  constructor(
    private readonly context: BotContext,
    private readonly connected: () => readonly Connected[],
    private readonly track: (work: Promise<void>) => void,
    tick = TICK,
  ) {
    this.#timer = setInterval(() => this.#look(), tick);
    this.#look();
  }

  /** Resolves when nothing more is taken over. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    this.#running ??= this.#takeOver()
      .catch((error) => void logFault(this.context, error))
      .finally(() => {
        this.#running = null;
      });
  }

  async #takeOver(): Promise<void> {
    const { store, holder, now } = this.context;
    for (const message of await abandonedMessages(store, now() - TOKEN_LIFE)) {
      const server = this.#serving(message);
      if (server && (await takeMessage(store, message, holder)))
        this.track(server.conversations.resumed(message));
    }
    const [any] = this.connected();
    if (any === undefined) return;
    for (const interaction of await abandonedInteractions(store, now())) {
      if (await takeInteraction(store, interaction, holder))
        this.track(this.#takeBack(any.client, interaction));
    }
  }

  /** Returns the client that sees the message's guild; any of them sees direct messages. */
  #serving({ guild }: AbandonedMessage): Connected | undefined {
    return this.connected().find(({ client }) => guild === null || client.guilds.cache.has(guild));
  }

  async #takeBack(
    client: Client<true>,
    { interaction, application, token }: AbandonedInteraction,
  ): Promise<void> {
    const asked = { client, applicationId: application, token };
    try {
      // The process may have died between its answer and the note of it.
      if (await isAwaited(asked)) await editOriginal(asked, notice(texts.interrupted));
    } finally {
      await settleInteraction(this.context.store, interaction);
    }
  }
}
