import type { Json } from './api-error.js';
import { INTENT } from './gateway.js';
import { asArray, flatten } from './refusals.js';
import { snowflake } from './snowflake.js';

export interface Channel {
  readonly id: string;
  /** 0 text, 1 direct message, 5 announcement, 11 public thread (also a forum's post), 12 private thread, 15 forum. */
  readonly type: number;
  readonly name: string;
  readonly guild: string | null;
  readonly parent: string | null;
  /** Who began it, if it is a thread. */
  readonly owner?: string;
  /** A thread that only moderators can write in. */
  readonly locked?: boolean;
  /** A forum in which each post has a tag. */
  readonly requiresTag?: boolean;
  /** With whom, if it is direct messages. */
  readonly recipient?: string;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
  /** Permission bits in the guild. */
  readonly permissions: bigint;
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  body: Json;
  readonly sent: string;
  edited: string | null;
  readonly reference: string | null;
  /** Who used the command that it answers. */
  readonly askedBy: User | null;
  /** The one who sees an ephemeral message. */
  readonly onlyFor: string | null;
  deleted: boolean;
  /** Whether it was published to other servers. */
  published?: boolean;
}

type NewChannel = Pick<Channel, 'type' | 'name' | 'owner' | 'locked' | 'requiresTag' | 'recipient'> & {
  parent?: string | null;
  guild?: string;
};

const EPHEMERAL = 1 << 6;
const REQUIRE_TAG = 1 << 4;
/** The kind of reference that a forwarded message has. */
const FORWARD = 1;

/** What there is at this Discord: one guild, its channels and members, and all messages. */
export class World {
  readonly me: User = { id: snowflake(), username: 'Clippings', bot: true, permissions: 0n };
  readonly guild = snowflake();
  /** The guilds that the bot is in. */
  readonly guilds = new Set([this.guild]);
  readonly channels = new Map<string, Channel>();
  readonly users = new Map<string, User>([[this.me.id, this.me]]);
  readonly messages = new Map<string, Message>();
  /** Permission bits that everybody is denied in a channel, by its id. */
  readonly denied = new Map<string, bigint>();
  /** Where a guild has Discord's own news. */
  systemChannel: string | null = null;
  /** To whom the bot's application belongs. */
  readonly owner = this.addUser('owner', 1n << 3n);
  readonly general = this.addChannel({ type: 0, name: 'general' });
  readonly news = this.addChannel({ type: 0, name: 'news' });
  readonly forum = this.addChannel({ type: 15, name: 'questions' });
  readonly thread = this.addChannel({ type: 11, name: 'a thread', parent: this.general.id });
  readonly post = this.addChannel({ type: 11, name: 'a forum post', parent: this.forum.id });

  /** Invites the bot to another guild, which belongs to this shard of so many. @returns its id */
  addGuild(shard: number, shards: number): string {
    for (let at = Date.now(); ; at += 1) {
      const id = snowflake(at);
      if (Number((BigInt(id) >> 22n) % BigInt(shards)) !== shard || this.guilds.has(id)) continue;
      this.guilds.add(id);
      return id;
    }
  }

  /** @param guild one that is not in `guilds` is one that the bot is not in */
  addChannel({ parent = null, guild = this.guild, ...given }: NewChannel): Channel {
    const channel = { ...given, id: snowflake(), guild: given.type === 1 ? null : guild, parent };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages between the bot and this user. */
  directChannel(user: User): Channel {
    const known = [...this.channels.values()].find(({ recipient }) => recipient === user.id);
    return known ?? this.addChannel({ type: 1, name: `direct ${user.id}`, recipient: user.id });
  }

  addUser(username: string, permissions = 0n): User {
    const user = { id: snowflake(), username, bot: false, permissions };
    this.users.set(user.id, user);
    return user;
  }

  addMessage(message: Pick<Message, 'channel' | 'author' | 'body'> & Partial<Message>): Message {
    const fresh = {
      id: snowflake(),
      sent: new Date().toISOString(),
      edited: null,
      reference: null,
      askedBy: null,
      onlyFor: null,
    };
    const added = { ...fresh, deleted: false, ...message };
    this.messages.set(added.id, added);
    return added;
  }

  /** The channel's messages that everybody sees, oldest first. */
  history(channel: string): Message[] {
    return [...this.messages.values()].filter(
      (message) => message.channel.id === channel && !message.deleted && message.onlyFor === null,
    );
  }

  /** A message as the API and the gateway show it to a bot with these intents. */
  view(message: Message, intents: number, nested = true): Json {
    const { body, channel, author } = message;
    const replied = message.reference ? this.messages.get(message.reference) : undefined;
    const mentions = this.mentioned(message);
    const direct = channel.guild === null;
    const readable =
      direct ||
      author.id === this.me.id ||
      mentions.some(({ id }) => id === this.me.id) ||
      (intents & INTENT.messageContent) !== 0;
    return {
      id: message.id,
      channel_id: channel.id,
      channel_type: channel.type,
      ...(channel.guild ? { guild_id: channel.guild } : {}),
      author: userView(author),
      timestamp: message.sent,
      edited_timestamp: message.edited,
      tts: false,
      mention_everyone: false,
      mentions: mentions.map(userView),
      mention_roles: [],
      attachments: [],
      pinned: false,
      content: readable ? (body.content ?? '') : '',
      embeds: readable ? (body.embeds ?? []) : [],
      components: readable ? (body.components ?? []) : [],
      ...(body.message_snapshots && readable ? { message_snapshots: body.message_snapshots } : {}),
      flags: Number(body.flags ?? 0) | (message.onlyFor ? EPHEMERAL : 0),
      type: message.reference ? 19 : 0,
      ...(message.askedBy
        ? {
            interaction_metadata: {
              id: '1',
              type: 2,
              user: userView(message.askedBy),
              authorizing_integration_owners: {},
            },
          }
        : {}),
      ...(body.nonce ? { nonce: body.nonce } : {}),
      ...(body.message_snapshots
        ? { message_reference: { type: FORWARD, message_id: '1', channel_id: channel.id } }
        : {}),
      ...(message.reference
        ? {
            message_reference: {
              type: 0,
              message_id: message.reference,
              channel_id: channel.id,
              ...(channel.guild ? { guild_id: channel.guild } : {}),
            },
          }
        : {}),
      ...(nested && replied
        ? { referenced_message: replied.deleted ? null : this.view(replied, intents, false) }
        : {}),
    };
  }

  /** Whom the message mentions; for a bot's message, whom it would ping (nobody, if it allows no mentions). */
  mentioned(message: Message): User[] {
    const allowed = message.body.allowed_mentions as { parse?: string[]; replied_user?: boolean } | undefined;
    const text = visibleText(message.body);
    const found = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => this.users.get(String(id)) ?? []);
    const replied = message.reference ? this.messages.get(message.reference)?.author : undefined;
    const inText = !allowed || allowed.parse?.includes('users') ? found : [];
    const pinged = replied && (allowed?.replied_user ?? !allowed) ? [...inText, replied] : inText;
    return [...new Set(pinged)];
  }

  /** Whether the message pings anybody at all. */
  pings(message: Message): boolean {
    const allowed = message.body.allowed_mentions as { parse?: string[] } | undefined;
    const everyone = /@(everyone|here)/.test(visibleText(message.body));
    return (
      this.mentioned(message).length > 0 ||
      (everyone && (!allowed || allowed.parse?.includes('everyone') === true))
    );
  }

  guildView(id = this.guild): Json {
    const channels = [...this.channels.values()].filter(({ guild }) => guild === id);
    return {
      id,
      name: 'Readers',
      owner_id: '1',
      system_channel_id: this.systemChannel,
      roles: [{ id, name: '@everyone', permissions: '274877975552', position: 0 }],
      channels: channels.filter((channel) => !isThread(channel)).map((channel) => this.channelView(channel)),
      threads: channels.filter(isThread).map((channel) => this.channelView(channel)),
      members: [this.memberView()],
      member_count: 2,
    };
  }

  /** The bot as a member of a guild. */
  memberView(): Json {
    return { user: userView(this.me), roles: [], joined_at: new Date().toISOString(), flags: 0 };
  }

  channelView(channel: Channel): Json {
    const { id, type, name, guild, parent, owner, locked = false, requiresTag, recipient = '' } = channel;
    const user = this.users.get(recipient);
    const deny = this.denied.get(id);
    const overwrites = deny === undefined ? [] : [{ id: guild, type: 0, allow: '0', deny: String(deny) }];
    const inGuild = { guild_id: guild, name, position: 0, permission_overwrites: overwrites };
    const thread = isThread(channel) ? { owner_id: owner, thread_metadata: { locked, archived: false } } : {};
    return {
      ...{ id, type, ...thread, ...(guild ? inGuild : {}), ...(parent ? { parent_id: parent } : {}) },
      ...(user ? { recipients: [userView(user)] } : {}),
      ...(type === 15 ? {} : { last_message_id: this.history(id).at(-1)?.id ?? null }),
      ...(requiresTag ? { flags: REQUIRE_TAG } : {}),
    };
  }
}

export function isThread({ type }: Channel): boolean {
  return type === 11 || type === 12;
}

export function userView({ id, username, bot }: User): Json {
  return { id, username, bot, discriminator: '0', global_name: username, avatar: null };
}

/** Everything a reader sees of a message: its content and its text displays, line by line. */
export function visibleText(body: Json): string {
  const displayed = flatten(asArray(body.components)).filter(({ type }) => type === 10);
  return [body.content ?? '', ...displayed.map(({ content }) => content)].filter(Boolean).join('\n');
}
