import { type Client, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { BotContext } from '../bot-context.js';
import { type Asked, componentSchema } from '../rendering/asked.js';
import { loggable } from '../request-failure.js';
import { type IncomingMessage, requestedMessage } from './incoming-message.js';
import { answeredMessage } from './question-behind.js';

/** How many messages after another are read. */
const SEARCHED = 100;

/** Returns the question behind the answer that a message replies to; null if it is not known. */
export async function questionBehind(
  { rest }: Client,
  context: BotContext,
  { replied, channel }: IncomingMessage,
  answer: string,
): Promise<Asked | null> {
  const components = replied?.components ?? (await componentsOf(rest, context, answer, channel));
  const known = context.recent.find(answer, components);
  if (known !== null) return known;
  const reference = replied?.message_reference?.message_id;
  return (await answeredMessage(context, rest, { id: answer, channel, reference }))?.asked ?? null;
}

async function componentsOf(
  rest: REST,
  { log }: BotContext,
  answer: string,
  channel: string,
): Promise<z.output<typeof componentSchema>[]> {
  try {
    const fetched = await rest.get(Routes.channelMessage(channel, answer));
    return z.object({ components: z.array(componentSchema) }).parse(fetched).components;
  } catch (error) {
    log.debug(loggable(error), 'The answer that a message follows up could not be read');
    return [];
  }
}

/** Reads a message from Discord, as the gateway would have sent it; null if it is gone or closed to us. */
export async function fetchMessage(
  { rest }: Client,
  { log }: BotContext,
  {
    message,
    channel,
    guild,
  }: { readonly message: string; readonly channel: string; readonly guild: string | null },
): Promise<IncomingMessage | null> {
  try {
    return requestedMessage(await rest.get(Routes.channelMessage(channel, message)), guild);
  } catch (error) {
    log.debug(loggable(error), 'A message whose answer was interrupted could not be read');
    return null;
  }
}

const reply = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  message_reference: z.object({ message_id: z.string().optional() }).nullish(),
});

/** Fetches the messages of a channel that follow an id, the last one first. */
export function messagesAfter(rest: REST, channel: string, id: string): Promise<unknown> {
  const query = new URLSearchParams({ after: id, limit: String(SEARCHED) });
  return rest.get(Routes.channelMessages(channel), { query });
}

/** Finds our reply to a message in its channel; null if there is none among the next ones. */
export async function findPostedReply(
  { rest, user }: Client,
  { log }: BotContext,
  { id, channel }: IncomingMessage,
): Promise<string | null> {
  try {
    const after = z.array(reply).parse(await messagesAfter(rest, channel, id));
    const found = after.find(
      ({ author, message_reference }) => author.id === user?.id && message_reference?.message_id === id,
    );
    return found?.id ?? null;
  } catch (error) {
    log.debug(loggable(error), 'A channel could not be searched for a reply');
    return null;
  }
}
