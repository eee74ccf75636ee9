import { type Client, ShardClientUtil, Status } from 'discord.js';
import { endAbsence, readAbsences, recordAbsence } from '../store/absent-guilds.js';
import { forgetGuild, guildsKept } from '../store/forgetting.js';
import type { BotContext } from './bot-context.js';

/**
 * How long a guild may be missing before what is kept of it goes, in milliseconds. Discord tells at once when we leave one;
 * who was away then only sees that it is not there. That may have other reasons, such as the token of another bot: a week
 * is long enough for somebody to notice, and for nobody to lose settings and schedules by a mistake.
 */
const PATIENCE = 7 * 24 * 60 * 60 * 1000;

/** Looks for guilds that we have left unheard, and forgets those that have been missing for long. */
export async function forgetAbsentGuilds(
  { store, log, now }: Pick<BotContext, 'store' | 'log' | 'now'>,
  clients: readonly Client<true>[],
): Promise<void> {
  const absences = await readAbsences(store);
  for (const guild of await guildsKept(store)) {
    const client = clients.find((each) => serves(each, guild));
    // Another process knows, or nobody does just now.
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

/** Whether the client is connected by the shard to which a guild belongs. */
function serves({ ws, options }: Client<true>, guild: string): boolean {
  const shard = ShardClientUtil.shardIdForGuildId(guild, options.shardCount ?? 1);
  return ws.shards.get(shard)?.status === Status.Ready;
}
