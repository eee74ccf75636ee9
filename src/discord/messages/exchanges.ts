import { findReply } from '../../store/replies.js';
import type { Store } from '../../store/store.js';
import type { IncomingMessage } from './incoming-message.js';

/** How many messages are followed at a time. Older ones are looked up in the store. */
const FOLLOWED = 2_000;

/** A message that we answer, and its reply. */
export interface Exchange {
  readonly channel: string;
  readonly since: number;
  /** The message as it is now; null if it is from before a restart. */
  message: IncomingMessage | null;
  reply: string | null;
  /** The reply says as yet, or may say, no more than that the answer takes long. */
  awaitsAnswer?: boolean;
  deleted: boolean;
}

/** The latest messages that were answered, by their ids. */
export class Exchanges {
  readonly #followed = new Map<string, Exchange>();

  constructor(private readonly store: Store) {}

  follow(id: string, exchange: Exchange): void {
    this.#followed.set(id, exchange);
    const [oldest] = this.#followed.keys();
    if (this.#followed.size > FOLLOWED && oldest !== undefined) this.#followed.delete(oldest);
  }

  /** Returns one that is followed. */
  followed(id: string): Exchange | undefined {
    return this.#followed.get(id);
  }

  /** Leaves one to the store, which knows what happened to it. */
  leave(id: string): void {
    this.#followed.delete(id);
  }

  /** Returns one also from before a restart; null if the message is not known. */
  async find(id: string): Promise<Exchange | null> {
    return this.#followed.get(id) ?? (await this.#recalled(id));
  }

  async #recalled(id: string): Promise<Exchange | null> {
    const known = await findReply(this.store, id);
    if (known === null) return null;
    const { channel, reply, claimed } = known;
    const exchange = { channel, reply, since: claimed, message: null, deleted: false };
    this.follow(id, exchange);
    return exchange;
  }
}
