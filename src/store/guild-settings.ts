import { z } from 'zod';
import type { Store } from './store.js';

/** The choices of a guild's managers. */
export interface GuildSettings {
  /** Channel ids where questions are answered; empty: everywhere. */
  readonly answerChannels: readonly string[];
  /** Channel ids where every question is answered without a mention. */
  readonly openChannels: readonly string[];
  /** Whether the answers to slash commands are shown only to the member who asked. */
  readonly privateByDefault: boolean;
}

export const DEFAULT_GUILD_SETTINGS: GuildSettings = {
  answerChannels: [],
  openChannels: [],
  privateByDefault: false,
};

const channelList = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));
const row = z.object({
  answer_channels: channelList,
  open_channels: channelList,
  private_by_default: z.number().transform(Boolean),
});

export async function readGuildSettings(store: Store, guild: string): Promise<GuildSettings> {
  const { rows } = await store.execute({
    sql: 'SELECT * FROM guild_settings WHERE guild = ?',
    args: [guild],
  });
  if (rows[0] === undefined) return DEFAULT_GUILD_SETTINGS;
  const { answer_channels, open_channels, private_by_default } = row.parse(rows[0]);
  return {
    answerChannels: answer_channels,
    openChannels: open_channels,
    privateByDefault: private_by_default,
  };
}

export async function writeGuildSettings(
  store: Store,
  guild: string,
  settings: GuildSettings,
): Promise<void> {
  await store.execute({
    sql: 'INSERT OR REPLACE INTO guild_settings VALUES (?, ?, ?, ?)',
    args: [
      guild,
      JSON.stringify(settings.answerChannels),
      JSON.stringify(settings.openChannels),
      settings.privateByDefault ? 1 : 0,
    ],
  });
}
