import { type Client, ShardClientUtil, Status } from 'discord.js';
import { endAbsence, readAbsences, recordAbsence } from '../store/absent-guilds.js';
import { forgetGuild, guildsKept } from '../store/forgetting.js';
import type { BotContext } from './bot-context.js';

/**
 * How long a guild may be missing before its data is deleted, in milliseconds. Discord reports at once when
 * we are removed from a guild; if we were offline then, the guild is simply missing afterwards. There may be
 * other reasons, such as the token of another bot. A week is long enough for somebody to notice before a
 * mistake costs settings and schedules.
 */
const PATIENCE = 7 * 24 * 60 * 60 * 1000;

/**
 * Finds guilds that removed us while we were offline, and deletes the data of those that have been missing
 * for long.
 */
export async function forgetAbsentGuilds(
  { store, log, now }: Pick<BotContext, 'store' | 'log' | 'now'>,
  clients: readonly Client<true>[],
): Promise<void> {
  const absences = await readAbsences(store);
  for (const guild of await guildsKept(store)) {
    const client = clients.find((each) => serves(each, guild));
    // Another process serves the guild, or nobody does at the moment.
    if (client === undefined) continue;
    const since = absences.get(guild);
    if (client.guilds.cache.has(guild)) {
      if (since !== undefined) await endAbsence(store, guild);
    } else if (since === undefined) {
      await recordAbsence(store, guild, now());
    } else if (now() - since >= PATIENCE) {
      await forgetGuild(store, guild);
      log.info(`Forgot server ${guild}: the bot has not been in it for a week`);
    }
  }
}

/** Returns whether the client is connected with the shard that a guild belongs to. */
function serves({ ws, options }: Client<true>, guild: string): boolean {
  const shard = ShardClientUtil.shardIdForGuildId(guild, options.shardCount ?? 1);
  return ws.shards.get(shard)?.status === Status.Ready;
}
