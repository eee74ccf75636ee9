import type { Client } from 'discord.js';
import { forgetOld } from '../store/forgetting.js';
import { forgetAbsentGuilds } from './absent-guilds.js';
import { type BotContext, logFault } from './bot-context.js';
import { RepeatedWork } from './repeated-work.js';

/** How often old data is looked for, in milliseconds. */
const TICK = 60 * 60 * 1000;

/**
 * Deletes what has been kept for long enough, once at the start and then every hour.
 * @param clients returns the clients that are connected now
 */
export function keepRetention(context: BotContext, clients: () => readonly Client<true>[]): RepeatedWork {
  const forget = async (): Promise<void> => {
    await forgetOld(context.store, context.now(), context.retentionDays);
    await forgetAbsentGuilds(context, clients());
  };
  return new RepeatedWork(TICK, forget, (error) => void logFault(context, error));
}
