import type { MessageComponentInteraction } from 'discord.js';
import type { BotContext } from '../bot-context.js';
import { type Asked, componentSchema } from '../rendering/asked.js';
import { type AnsweredMessage, answeredMessage } from './question-behind.js';

/** Returns the question behind the answer whose button was pressed; null if it is no longer known. */
export async function questionOf(
  interaction: MessageComponentInteraction,
  context: BotContext,
): Promise<Asked | null> {
  return shownQuestion(interaction, context) ?? (await messageBehind(interaction, context))?.asked ?? null;
}

/** Returns the question as far as the answer shows it, or we remember it. */
export function shownQuestion(
  { message }: MessageComponentInteraction,
  { recent }: BotContext,
): Asked | null {
  const components = message.components.map((component) => componentSchema.parse(component.toJSON()));
  return recent.find(message.id, components);
}

/** Finds the message that the answer replies to; null if it replies to none, or that is not known. */
export function messageBehind(
  { client, message }: MessageComponentInteraction,
  context: BotContext,
): Promise<AnsweredMessage | null> {
  return answeredMessage(context, client.rest, {
    id: message.id,
    channel: message.channelId,
    reference: message.reference?.messageId,
  });
}
