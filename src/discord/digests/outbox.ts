import { createHash } from 'node:crypto';
import { DiscordAPIError, HTTPError, type REST, RESTJSONErrorCodes, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import { postMessage, withComponents } from '../messages/channel-messages.js';
import { componentSchema } from '../rendering/asked.js';
import { digestTexts } from '../rendering/digest-texts.js';
import type { Outgoing } from '../rendering/message.js';

/** Identifies one digest among all others, in any process and after any restart. */
export interface DigestMark {
  /** For a few minutes, Discord treats a second message with the same nonce as the first. */
  readonly nonce: string;
  /** A component id in the message itself, where it stays. */
  readonly component: number;
}

export function markOf(guild: string, due: number): DigestMark {
  const hash = createHash('sha256').update(`digest ${guild} ${due}`).digest();
  return { nonce: hash.toString('base64url').slice(0, 22), component: 1_000 + (hash.readUInt32BE(28) >>> 2) };
}

/**
 * How many pages of 100 messages are searched for a digest. Only the busiest channels get more messages than
 * that.
 */
const PAGES = 20;
const PAGE = 100;
/** How far our clock may be ahead of Discord's, in milliseconds. */
const CLOCK_SKEW = 10 * 60 * 1000;

const messages = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(componentSchema).default([]),
  }),
);

/** Sends digests, and finds ones that were sent. */
export class DigestOutbox {
  constructor(
    private readonly rest: REST,
    /** The bot's own user id. */
    private readonly me: string,
    /**
     * Returns whether we may read a channel's history. Without the permission, Discord shows an empty
     * history.
     */
    private readonly mayRead: (channel: string) => Promise<boolean> = async () => true,
  ) {}

  /**
   * @returns the id of the message; if this nonce was used a moment ago, of the message that is there already
   */
  async post(channel: string, outgoing: Outgoing, { nonce }: DigestMark): Promise<string> {
    return postMessage(this.rest, channel, { ...withComponents(outgoing), nonce, enforce_nonce: true });
  }

  /**
   * Finds a digest that was sent to the channel after `since` (milliseconds since 1970). Returns its message
   * id, or null if it is not there.
   * @throws HistoryHidden if we may not read the history
   */
  async find(channel: string, { component }: DigestMark, since: number): Promise<string | null> {
    if (!(await this.mayRead(channel))) throw new HistoryHidden();
    let after = SnowflakeUtil.generate({ timestamp: since - CLOCK_SKEW, increment: 0n }).toString();
    for (let page = 0; page < PAGES; page++) {
      const query = new URLSearchParams({ after, limit: String(PAGE) });
      const found = messages.parse(await this.rest.get(Routes.channelMessages(channel), { query }));
      const digest = found.find(
        ({ author, components }) => author.id === this.me && holdsComponent(components, component),
      );
      if (digest) return digest.id;
      const newest = found
        .map(({ id }) => id)
        .sort(byAge)
        .at(-1);
      if (found.length < PAGE || newest === undefined) return null;
      after = newest;
    }
    return null;
  }
}

/** Thrown if we cannot find out whether a digest is in its channel. */
export class HistoryHidden extends Error {}

/**
 * Returns why a digest will never go out, however often it is tried, worded for people. Null if another
 * attempt may help.
 */
export function lastingReason(error: unknown): string | null {
  if (error instanceof HistoryHidden) return digestTexts.reason.hidden;
  if (!(error instanceof DiscordAPIError)) return null;
  if (error.code === RESTJSONErrorCodes.UnknownChannel || error.status === 404)
    return digestTexts.reason.channelGone;
  if (error.status === 403) return digestTexts.reason.forbidden;
  if (error.status === 400) return digestTexts.reason.refused;
  return null;
}

const NETWORK = /^(?:E[A-Z]{3,}|UND_ERR)/;

/** Returns why Discord could not be reached; null for any other error. */
export function unreachableReason(error: unknown): string | null {
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return `it answered ${error.status}`;
  if (!(error instanceof Error)) return null;
  if (error.name === 'AbortError') return 'no answer in time';
  const code = 'code' in error ? String(error.code) : '';
  return NETWORK.test(code) || error.message === 'fetch failed' ? 'no connection' : null;
}

type Component = z.infer<typeof componentSchema>;

function holdsComponent(components: readonly Component[], id: number): boolean {
  return components.some((each) => each.id === id || holdsComponent(each.components ?? [], id));
}

function byAge(a: string, b: string): number {
  return BigInt(a) < BigInt(b) ? -1 : 1;
}
