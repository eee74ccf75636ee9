import { serviceWithin } from '../service/service-within.js';
import type { BotContext } from './bot-context.js';

/**
 * The context of what happens in a guild: its service answers over the guild's sources.
 * @param guild null in direct messages: there it answers over the shared ones
 */
export function contextOfGuild(context: BotContext, guild: string | null): BotContext {
  return { ...context, guild, service: serviceWithin(context.service, () => context.sources.of(guild)) };
}
