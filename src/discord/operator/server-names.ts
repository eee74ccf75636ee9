import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import { restOptions } from '../gateway/rest-options.js';
import type { DiscordAccess } from './deploy-command.js';

/** How long Discord may take to tell the names, in milliseconds. A list with numbers is better than none. */
const PATIENCE = 5_000;

const guildSchema = z.object({ id: z.string(), name: z.string() });

/** Asks Discord for the names of servers, by their ids. Those that it does not tell are left out. */
export async function serverNames(
  { discordToken, discordApiUrl }: Omit<DiscordAccess, 'operatorServer'>,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  if (discordToken === null) return new Map();
  const rest = new REST({ ...restOptions(discordApiUrl), retries: 0 }).setToken(discordToken);
  const signal = AbortSignal.timeout(PATIENCE);
  const asked = await Promise.allSettled(
    [...ids].map(async (id) => guildSchema.parse(await rest.get(Routes.guild(id), { signal }))),
  );
  return new Map(
    asked.flatMap((each) => (each.status === 'fulfilled' ? [[each.value.id, each.value.name]] : [])),
  );
}

/** The most servers that Discord lists at a time. */
const PAGE = 200;

/** Asks Discord for all servers of the bot. @returns names by id; null if it does not tell */
export async function botServers({
  discordToken,
  discordApiUrl,
}: Omit<DiscordAccess, 'operatorServer'>): Promise<ReadonlyMap<string, string> | null> {
  if (discordToken === null) return null;
  const rest = new REST({ ...restOptions(discordApiUrl), retries: 0 }).setToken(discordToken);
  const signal = AbortSignal.timeout(PATIENCE);
  const names = new Map<string, string>();
  try {
    for (let after = '0'; ; ) {
      const query = new URLSearchParams({ limit: String(PAGE), after });
      const page = z.array(guildSchema).parse(await rest.get(Routes.userGuilds(), { query, signal }));
      for (const { id, name } of page) names.set(id, name);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return names;
      after = last.id;
    }
  } catch {
    return null;
  }
}
