import { type Client, Routes } from 'discord.js';
import { z } from 'zod';
import { claimFailingSources, type FailingSource } from '../store/guild-sources.js';
import { type BotContext, logFault } from './bot-context.js';
import { sourcesTexts as texts } from './commands/sources/sources-texts.js';
import { postMessage, withComponents } from './messages/channel-messages.js';
import { fittedAndEscaped } from './rendering/fit.js';
import { notice, type Outgoing } from './rendering/message.js';
import { RepeatedWork } from './repeated-work.js';
import { requestFailure } from './request-failure.js';

const DAY = 24 * 60 * 60 * 1000;
/** A source that has failed for this long is told of, in milliseconds. */
const FAILING = 2 * DAY;
/** How often it is looked whether one has, in milliseconds. */
const TICK = 10 * 60 * 1000;
/** How much is shown of a source's name, and of the reason. */
const NAME = 200;
const REASON = 500;

const guildSchema = z.object({ system_channel_id: z.string().nullish() });

/**
 * Tells a server once when one of its sources has failed for days: in the channel where the source was added, as
 * managers read there, else in the channel where Discord tells its own news. It pings nobody.
 * @param clients returns the clients that are connected now
 */
export function noticeFailingSources(
  context: BotContext,
  clients: () => readonly Client<true>[],
): RepeatedWork {
  const tell = (): Promise<void> | null => {
    // Any client will do, even for guilds of other shards.
    const [client] = clients();
    return client === undefined ? null : tellFailingSources(context, client);
  };
  return new RepeatedWork(TICK, tell, (error) => void logFault(context, error));
}

/** Tells of the sources that have failed for long, each once. A notice that Discord does not take is not repeated. */
export async function tellFailingSources(
  { store, now, log }: Pick<BotContext, 'store' | 'now' | 'log'>,
  client: Client<true>,
): Promise<void> {
  for (const failing of await claimFailingSources(store, now() - FAILING)) {
    const { guild, channel } = failing;
    const outgoing = noticeOf(failing, now());
    const isTold = async (where: string): Promise<boolean> =>
      postMessage(client.rest, where, withComponents(outgoing)).then(
        () => true,
        (error: unknown) => {
          log.debug(
            `Server ${guild} could not be told of a source in ${where}: ${requestFailure(error) ?? error}`,
          );
          return false;
        },
      );
    if (await isTold(channel)) continue;
    const system = await systemChannel(guild, client);
    if (system !== null && system !== channel) await isTold(system);
  }
}

function noticeOf({ feed: { title, url, failingSince, failure } }: FailingSource, now: number): Outgoing {
  const days = Math.floor((now - (failingSince ?? now)) / DAY);
  return notice(
    texts.failing(fittedAndEscaped(title ?? url, NAME), days, fittedAndEscaped(failure ?? '', REASON)),
  );
}

/** The channel where Discord tells its own news; null if the guild has none, or is out of reach. */
async function systemChannel(guild: string, client: Client<true>): Promise<string | null> {
  const raw = await client.rest.get(Routes.guild(guild)).catch(() => null);
  return guildSchema.safeParse(raw).data?.system_channel_id ?? null;
}
