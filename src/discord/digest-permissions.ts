import { type Client, PermissionFlagsBits } from 'discord.js';

/** In Discord's own words, as all permissions here. */
export const READ_HISTORY = 'Read Message History';

/** What a digest takes: reading the history tells after a crash whether it is there. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  [READ_HISTORY]: PermissionFlagsBits.ReadMessageHistory,
} as const;

/** The permissions that we lack in a channel for posting digests; null when we cannot see the channel at all. */
export async function missingPermissions(client: Client<true>, channelId: string): Promise<string[] | null> {
  const channel = await client.channels.fetch(channelId).catch(() => null);
  if (!channel || channel.isDMBased()) return null;
  const permissions = channel.permissionsFor(client.user);
  return Object.entries(NEEDED).flatMap(([name, bit]) => (permissions?.has(bit) ? [] : [name]));
}
