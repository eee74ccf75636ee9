import {
  type APIChannel,
  type Channel,
  type Client,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';

/** Permissions are named as Discord's own interface names them. */
export const READ_HISTORY = 'Read Message History';

/** The permissions that a digest needs. Reading the history tells after a crash whether it went out. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  [READ_HISTORY]: PermissionFlagsBits.ReadMessageHistory,
} as const;

/**
 * Returns the permissions that we lack for posting digests in a channel; null if we cannot see the channel at
 * all.
 */
export async function missingPermissions(client: Client<true>, channelId: string): Promise<string[] | null> {
  const channel = await channelOf(client, channelId).catch(() => null);
  if (!channel || channel.isDMBased()) return null;
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe({ cache: false }));
  return missingTo(me, channel);
}

/** Returns the permissions that a member lacks for posting digests in a channel. */
export function missingTo(member: GuildMember, channel: GuildBasedChannel): string[] {
  const permissions = channel.permissionsFor(member);
  return Object.entries(NEEDED).flatMap(([name, bit]) => (permissions.has(bit) ? [] : [name]));
}

/** Returns a channel of any guild. Digests also go to guilds whose shard another process serves. */
async function channelOf(client: Client<true>, id: string): Promise<Channel | null> {
  const known = await client.channels.fetch(id);
  if (known !== null) return known;
  // The response to this route is a channel.
  const raw = (await client.rest.get(Routes.channel(id))) as APIChannel;
  if (!('guild_id' in raw) || raw.guild_id === undefined) return null;
  // Not cached, as nothing would tell us about changes.
  const guild = await client.guilds.fetch({ guild: raw.guild_id, cache: false });
  return guild.channels.fetch(id, { cache: false });
}
