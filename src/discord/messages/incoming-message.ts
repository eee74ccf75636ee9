import { MessageReferenceType } from 'discord.js';
import { z } from 'zod';
import { componentSchema } from '../rendering/asked.js';

const snowflake = z.string();
const snapshots = z.array(z.object({ message: z.object({ content: z.string().default('') }) })).default([]);

/** The parts of a gateway message that we read. */
export const incomingMessage = z
  .object({
    id: snowflake,
    channel_id: snowflake,
    guild_id: snowflake.optional(),
    type: z.number().default(0),
    content: z.string().default(''),
    author: z.object({ id: snowflake, bot: z.boolean().optional() }),
    webhook_id: snowflake.optional(),
    mentions: z.array(z.object({ id: snowflake })).default([]),
    message_reference: z
      .object({ message_id: snowflake.optional(), type: z.number().default(MessageReferenceType.Default) })
      .optional(),
    referenced_message: z
      .object({
        id: snowflake,
        author: z.object({ id: snowflake }),
        content: z.string().default(''),
        components: z.array(componentSchema).default([]),
        message_reference: z.object({ message_id: snowflake.optional() }).nullish(),
        message_snapshots: snapshots,
      })
      .nullish(),
    message_snapshots: snapshots,
  })
  .transform((raw) => ({
    /** The event that the message was read from. */
    event: raw,
    id: raw.id,
    channel: raw.channel_id,
    /** Null in direct messages. */
    guild: raw.guild_id ?? null,
    type: raw.type,
    /** Empty if Discord does not show us the text. */
    content: raw.content,
    author: raw.author.id,
    fromProgram: raw.author.bot === true || raw.webhook_id !== undefined,
    mentions: raw.mentions.map(({ id }) => id),
    /** The message that it replies to. Discord includes its contents, unless it was deleted. */
    repliesTo:
      raw.message_reference?.type === MessageReferenceType.Default
        ? (raw.message_reference.message_id ?? null)
        : null,
    replied: raw.referenced_message ?? null,
    /** What a forwarded message says. */
    forwarded: forwardedIn(raw),
  }));

/** Reads a message that was asked for: only events name the guild. */
export function requestedMessage(fetched: unknown, guild: string | null): IncomingMessage {
  const raw = z.looseObject({}).parse(fetched);
  return incomingMessage.parse({ ...raw, ...(guild === null ? {} : { guild_id: guild }) });
}

/** What a message says by itself and by what it forwards; empty if Discord does not show us the text. */
export function saidIn(message: { content: string; message_snapshots: z.output<typeof snapshots> }): string {
  return `${message.content}\n${forwardedIn(message)}`.trim();
}

function forwardedIn({ message_snapshots }: { message_snapshots: z.output<typeof snapshots> }): string {
  return message_snapshots
    .map(({ message }) => message.content)
    .join('\n')
    .trim();
}

export type IncomingMessage = z.output<typeof incomingMessage>;

/** A message update. It holds what changed, and may leave out the rest. */
export const messageUpdate = z
  .object({
    id: snowflake,
    content: z.string().optional(),
    edited_timestamp: z.string().nullish(),
    author: z.object({ id: snowflake }).loose().optional(),
  })
  .loose();

export type MessageUpdate = z.output<typeof messageUpdate>;

export const messageDeletion = z.object({ id: snowflake }).transform(({ id }) => [id]);
export const bulkDeletion = z.object({ ids: z.array(snowflake) }).transform(({ ids }) => ids);

/** A channel, thread or guild that is gone. An `unavailable` guild comes back. */
export const departure = z.object({ id: snowflake, unavailable: z.boolean().optional() });

export type Departure = z.output<typeof departure>;

/** The event that starts a session. */
export const greeting = z.object({ guilds: z.array(z.object({ id: snowflake })) });
