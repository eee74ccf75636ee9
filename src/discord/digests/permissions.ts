import {
  type APIChannel,
  type Channel,
  ChannelFlags,
  ChannelType,
  type Client,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';

/** Permissions are named as Discord's own interface names them. */
export const READ_HISTORY = 'Read Message History';

/** What a digest needs anywhere. Reading the history tells after a crash whether it went out. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  [READ_HISTORY]: PermissionFlagsBits.ReadMessageHistory,
} as const;

/** A channel, forum or thread, as far as digests are concerned. */
export interface DigestPlace {
  /** The permissions that we lack for posting there. */
  readonly missing: readonly string[];
  readonly isForum: boolean;
  readonly isAnnouncement: boolean;
  /** Whether a post must have a tag, which we cannot choose. */
  readonly needsTag: boolean;
}

/** Returns what a digest needs to know of a place; null if we cannot see it at all. */
export async function digestPlace(client: Client<true>, id: string): Promise<DigestPlace | null> {
  const channel = await channelOf(client, id).catch(() => null);
  if (!channel || channel.isDMBased()) return null;
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe({ cache: false }));
  const isForum = channel.type === ChannelType.GuildForum;
  return {
    missing: await missingTo(me, channel),
    isForum,
    isAnnouncement: channel.type === ChannelType.GuildAnnouncement,
    needsTag: isForum && channel.flags.has(ChannelFlags.RequireTag),
  };
}

/** Returns the permissions that we lack for posting in a channel; null if we cannot see the channel at all. */
export async function missingPermissions(
  client: Client<true>,
  channel: string,
): Promise<readonly string[] | null> {
  return (await digestPlace(client, channel))?.missing ?? null;
}

/** Returns the permissions that a member lacks for posting digests in a channel, forum or thread. */
export async function missingTo(member: GuildMember, channel: GuildBasedChannel): Promise<string[]> {
  const permissions = (await channelWithPermissions(channel))?.permissionsFor(member);
  return Object.entries({ ...NEEDED, ...postingIn(channel) }).flatMap(([name, bit]) =>
    permissions?.has(bit) ? [] : [name],
  );
}

function postingIn(channel: GuildBasedChannel): Readonly<Record<string, bigint>> {
  const { SendMessages, SendMessagesInThreads, ManageThreads } = PermissionFlagsBits;
  if (channel.isThread()) {
    return {
      'Send Messages in Threads': SendMessagesInThreads,
      ...(channel.locked ? { 'Manage Threads': ManageThreads } : {}),
    };
  }
  return channel.type === ChannelType.GuildForum
    ? { 'Create Posts': SendMessages }
    : { 'Send Messages': SendMessages };
}

/** A thread has the permissions of the channel that it belongs to. */
async function channelWithPermissions(channel: GuildBasedChannel): Promise<GuildBasedChannel | null> {
  if (!channel.isThread()) return channel;
  const { parent, parentId, guild } = channel;
  return parent ?? (parentId === null ? null : guild.channels.fetch(parentId, { cache: false }));
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
