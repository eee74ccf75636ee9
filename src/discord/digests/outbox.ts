import { createHash } from 'node:crypto';
import {
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import type { DueDigest } from '../../store/digest-sends.js';
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

export function markOf({ guild, digest, due }: Pick<DueDigest, 'guild' | 'digest' | 'due'>): DigestMark {
  // The first digest keeps the marks that it had when a guild had only one.
  return markFor(`digest ${guild} ${due}${digest === 1 ? '' : ` ${digest}`}`);
}

/** @param name what identifies the message among all others */
export function markFor(name: string): DigestMark {
  const hash = createHash('sha256').update(name).digest();
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

const message = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  components: z.array(componentSchema).default([]),
});
const messages = z.array(message);
const threads = z.object({
  threads: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullish(), owner_id: z.string().nullish() }),
  ),
});
const created = z.object({ id: z.string() });

/** Sends digests, and finds ones that were sent. */
export class DigestOutbox {
  /**
   * @param me the bot's own user id
   * @param mayRead whether we may read a channel's history. Without the permission, Discord shows an empty history
   * @param once sends each request once: for those that Discord would carry out twice, as they have no nonce
   */
  constructor(
    private readonly rest: REST,
    private readonly me: string,
    private readonly mayRead: (channel: string) => Promise<boolean> = async () => true,
    private readonly once: REST = rest,
  ) {}

  /**
   * @param quietly without a notification
   * @returns the id of the message; if this nonce was used a moment ago, of the message that is there already
   */
  async post(channel: string, outgoing: Outgoing, { nonce }: DigestMark, quietly = false): Promise<string> {
    const body = withComponents(outgoing);
    const flags = Number(body.flags) | (quietly ? MessageFlags.SuppressNotifications : 0);
    return postMessage(this.rest, channel, { ...body, flags, nonce, enforce_nonce: true });
  }

  /**
   * Begins a post in a forum, which can have no nonce. @returns the id of the post and of its message
   */
  async beginPost(forum: string, title: string, outgoing: Outgoing): Promise<string> {
    const body = { name: title, message: withComponents(outgoing) };
    return created.parse(await this.once.post(Routes.threads(forum), { body })).id;
  }

  /** Publishes a message to the servers that follow the announcement channel. Does nothing if that is done already. */
  async publish(channel: string, id: string): Promise<void> {
    try {
      await this.once.post(Routes.channelMessageCrosspost(channel, id));
    } catch (error) {
      const isDone =
        error instanceof DiscordAPIError &&
        error.code === RESTJSONErrorCodes.ThisMessageWasAlreadyCrossposted;
      if (!isDone) throw error;
    }
  }

  /**
   * Finds a digest that was sent to the channel after `since` (milliseconds since 1970). Returns its message
   * id, or null if it is not there.
   * @throws HistoryHidden if we may not read the history
   */
  async find(channel: string, { component }: DigestMark, since: number): Promise<string | null> {
    if (!(await this.mayRead(channel))) throw new HistoryHidden();
    let after = firstIdAt(since);
    for (let page = 0; page < PAGES; page++) {
      const query = new URLSearchParams({ after, limit: String(PAGE) });
      const found = messages.parse(await this.rest.get(Routes.channelMessages(channel), { query }));
      const digest = found.find((each) => this.#isDigest(each, component));
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

  /**
   * Finds a digest among our posts in a forum. A quiet post is archived, after an hour at the earliest.
   * @throws HistoryHidden if we may not read the history
   */
  async findPost(
    guild: string,
    forum: string,
    { component }: DigestMark,
    since: number,
  ): Promise<string | null> {
    if (!(await this.mayRead(forum))) throw new HistoryHidden();
    const active = threads.parse(await this.rest.get(Routes.guildActiveThreads(guild)));
    const archived = threads.parse(await this.rest.get(Routes.channelThreads(forum, 'public')));
    const ours = [...active.threads, ...archived.threads].filter(
      ({ id, parent_id, owner_id }) =>
        parent_id === forum && owner_id === this.me && byAge(firstIdAt(since), id) < 0,
    );
    for (const { id } of ours) {
      const first = await this.rest.get(Routes.channelMessage(id, id)).catch((error: unknown) => {
        // Somebody deleted the message and left the post.
        if (error instanceof DiscordAPIError && error.status === 404) return null;
        throw error;
      });
      if (first !== null && this.#isDigest(message.parse(first), component)) return id;
    }
    return null;
  }

  #isDigest({ author, components }: z.infer<typeof message>, component: number): boolean {
    return author.id === this.me && holdsComponent(components, component);
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
  if (error.code === RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel)
    return digestTexts.reason.tagRequired;
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

/** The lowest id that a message of this time can have, by our clock. */
function firstIdAt(time: number): string {
  return SnowflakeUtil.generate({ timestamp: time - CLOCK_SKEW, increment: 0n }).toString();
}

function byAge(a: string, b: string): number {
  return BigInt(a) < BigInt(b) ? -1 : 1;
}
