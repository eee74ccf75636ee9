import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import { withoutMarkup } from '../../answer/question/markup.js';
import { findAnsweredMessage } from '../../store/replies.js';
import type { BotContext } from '../bot-context.js';
import type { Asked } from '../rendering/asked.js';
import { loggable } from '../request-failure.js';

/** The message that a reply of ours answers. */
export interface AnsweredMessage {
  readonly id: string;
  /** Null if the message is gone, or hidden from us. */
  readonly author: string | null;
  /** Null if nothing of its text can be read. */
  readonly asked: Asked | null;
}

const messageSchema = z.object({
  content: z.string().default(''),
  author: z.object({ id: z.string() }),
});

/**
 * Finds the message that a reply of ours answers, and what it asks. A reply does not repeat the question, as
 * Discord shows it above the reply.
 * @param reference the id of that message, where the reply itself is at hand
 * @returns null if it is not known what the reply answers
 */
export async function answeredMessage(
  { store, log }: Pick<BotContext, 'store' | 'log'>,
  rest: REST,
  {
    id,
    channel,
    reference,
  }: { readonly id: string; readonly channel: string; readonly reference: string | undefined },
): Promise<AnsweredMessage | null> {
  const message = reference ?? (await findAnsweredMessage(store, id));
  if (message === null) return null;
  try {
    const { content, author } = messageSchema.parse(await rest.get(Routes.channelMessage(channel, message)));
    const question = withoutMarkup(content);
    const asked = question === '' ? null : { question, previous: null };
    return { id: message, author: author.id, asked };
  } catch (error) {
    log.debug(loggable(error), 'The message that an answer replies to could not be read');
    return { id: message, author: null, asked: null };
  }
}
