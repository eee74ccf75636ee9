import * as spec from 'discord-api-spec/zod';
import { ApiError, type Json } from './api-error.js';
import type { Interactions } from './interactions.js';
import { asArray, checkCommands, checkMessage, checkSchema } from './refusals.js';
import { snowflake } from './snowflake.js';
import { type Channel, isThread, type Message, userView, type World } from './world.js';

export interface Request {
  readonly method: string;
  /** Without `/api/v10` and the query, percent-decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
}

/** Tells sessions of what happened through REST. */
export type Announce = (type: string, message: Message) => void;

type Handler = (request: Request, ids: string[]) => Json | Json[] | null;

const ANNOUNCEMENT = 5;
const FORUM = 15;
const COMPONENTS_V2 = 1 << 15;
/** The flag of an unverified bot's application that may read messages. */
const MESSAGE_CONTENT_LIMITED = 1 << 19;

/** The REST routes that a bot uses, over a world; a `null` answer is a 204. */
export class Rest {
  /** Registered commands by scope: `global`, or a guild's id. */
  readonly commands = new Map<string, Json[]>();
  readonly #nonces = new Map<string, { message: Message; at: number }>();
  readonly #routes: [string, RegExp, Handler][];

  constructor(
    private readonly world: World,
    interactions: Interactions,
    private readonly announce: Announce,
    private readonly settings: {
      gatewayUrl: () => string;
      limits: () => Json;
      nonceWindow: number;
      messageContentGranted: boolean;
      intents: () => number;
    },
  ) {
    const route = (method: string, pattern: string, handler: Handler): [string, RegExp, Handler] => [
      method,
      new RegExp(`^${pattern.replaceAll(/:\w+/g, '([^/]+)')}$`),
      handler,
    ];
    this.#routes = [
      route('GET', '/gateway/bot', () => this.#gateway()),
      route('GET', '/applications/@me', () => ({
        id: world.me.id,
        name: 'Clippings',
        description: '',
        flags: settings.messageContentGranted ? MESSAGE_CONTENT_LIMITED : 0,
        owner: userView(world.owner),
      })),
      route('GET', '/users/@me/guilds', () => [...world.guilds].map((id) => ({ id, name: 'Readers' }))),
      route('GET', '/users/@me', () => ({ id: world.me.id, username: 'Clippings', bot: true })),
      route('GET', '/users/@me/guilds', () =>
        [...world.guilds].map((id) => ({ id, name: String(world.guildView(id).name) })),
      ),
      route('GET', '/applications/:app/commands', ({ query }) => this.#listed('global', query)),
      route('PUT', '/applications/:app/commands', ({ body }) => this.#overwrite('global', body)),
      route('GET', '/applications/:app/guilds/:guild/commands', ({ query }, ids) =>
        this.#listed(ids[1] ?? '', query),
      ),
      route('PUT', '/applications/:app/guilds/:guild/commands', ({ body }, ids) =>
        this.#overwrite(ids[1] ?? '', body),
      ),
      route('GET', '/guilds/:guild', (_, ids) => world.guildView(this.#guild(ids))),
      route(
        'GET',
        '/guilds/:guild/channels',
        (_, ids) => world.guildView(this.#guild(ids)).channels as Json[],
      ),
      route('GET', '/guilds/:guild/members/:user', (_, ids) => {
        this.#guild(ids);
        if (ids[1] !== world.me.id) throw new ApiError(404, 10007, 'Unknown Member');
        return world.memberView();
      }),
      route('GET', '/channels/:channel', (_, ids) => world.channelView(this.#channel(ids))),
      route('POST', '/channels/:channel/typing', (_, ids) => (this.#channel(ids) ? null : [])),
      route('GET', '/channels/:channel/messages', ({ query }, ids) => this.#history(query, ids)),
      route('POST', '/channels/:channel/messages', ({ body }, ids) => this.#create(body, ids)),
      route('GET', '/channels/:channel/messages/:message', (_, ids) => this.#view(this.#message(ids))),
      route('PATCH', '/channels/:channel/messages/:message', ({ body }, ids) => this.#edit(body, ids)),
      route('DELETE', '/channels/:channel/messages/:message', (_, ids) => this.#remove(this.#message(ids))),
      route('POST', '/channels/:channel/messages/:message/crosspost', (_, ids) =>
        this.#publish(this.#message(ids)),
      ),
      route('POST', '/channels/:channel/threads', ({ body }, ids) => this.#beginPost(body, ids)),
      route('GET', '/channels/:channel/threads/archived/public', () => ({ threads: [], members: [] })),
      route('GET', '/guilds/:guild/threads/active', (_, ids) => {
        const guild = this.#guild(ids);
        const threads = [...world.channels.values()].filter((each) => each.guild === guild && isThread(each));
        return { threads: threads.map((thread) => world.channelView(thread)), members: [] };
      }),
      route('POST', '/users/@me/channels', ({ body }) => this.#openDirect(body)),
      route('POST', '/interactions/:id/:token/callback', ({ body, query }, [, token = '']) => {
        const message = interactions.callback(token, body);
        return query.get('with_response') === 'true' ? { interaction: {}, resource: { message } } : null;
      }),
      route('POST', '/webhooks/:app/:token', ({ body }, [, token = '']) =>
        interactions.followUp(token, body),
      ),
      route('GET', '/webhooks/:app/:token/messages/:message', (_, [, token = '', id = '']) =>
        interactions.view(token, id),
      ),
      route('PATCH', '/webhooks/:app/:token/messages/:message', ({ body }, [, token = '', id = '']) =>
        interactions.edit(token, id, body),
      ),
      route('DELETE', '/webhooks/:app/:token/messages/:message', (_, [, token = '', id = '']) =>
        this.#remove(interactions.remove(token, id)),
      ),
    ];
  }

  handle(request: Request): Json | Json[] | null {
    for (const [method, pattern, handler] of this.#routes) {
      const found = method === request.method ? pattern.exec(request.path) : null;
      if (found) return handler(request, found.slice(1));
    }
    throw new ApiError(404, 0, `404: Not Found (${request.method} ${request.path})`);
  }

  #gateway(): Json {
    return { url: this.settings.gatewayUrl(), ...this.settings.limits() };
  }

  #overwrite(scope: string, body: unknown): Json[] {
    checkCommands(body);
    const stored = body.map((command) => this.#storedCommand(scope, command));
    this.commands.set(scope, stored);
    return stored;
  }

  /** The commands of a scope; their localisations only if they are asked for. */
  #listed(scope: string, query: URLSearchParams): Json[] {
    const all = this.commands.get(scope) ?? [];
    return query.get('with_localizations') === 'true' ? all : all.map(withoutLocalisations);
  }

  /** As Discord returns a command: with an id, a version, and its own defaults filled in. */
  #storedCommand(scope: string, command: Json): Json {
    const contexts = scope === 'global' ? { contexts: null, integration_types: [0] } : { guild_id: scope };
    const defaults = { type: 1, description: '', nsfw: false, ...contexts };
    const permissions = command.default_member_permissions;
    return {
      id: String(this.commands.get(scope)?.find(({ name }) => name === command.name)?.id ?? snowflake()),
      version: snowflake(),
      ...defaults,
      ...command,
      default_member_permissions: typeof permissions === 'number' ? String(permissions) : null,
    };
  }

  #create(body: Json, ids: string[]): Json {
    const channel = this.#channel(ids);
    if (channel.type === FORUM) throw new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
    checkSchema(spec.MessageCreateRequestSchema, body);
    checkMessage(body);
    const key = `${channel.id} ${body.nonce}`;
    const known = body.enforce_nonce === true && body.nonce ? this.#nonces.get(key) : undefined;
    if (known && Date.now() - known.at < this.settings.nonceWindow) return this.#view(known.message);

    const reference = body.message_reference as Json | undefined;
    const target = reference ? this.world.messages.get(String(reference.message_id)) : undefined;
    if (reference && reference.fail_if_not_exists !== false && (!target || target.deleted)) {
      throw new ApiError(400, 50035, 'Invalid Form Body: message_reference: Unknown message');
    }
    const { me } = this.world;
    const message = this.world.addMessage({ channel, author: me, body, reference: target?.id ?? null });
    if (body.nonce) this.#nonces.set(key, { message, at: Date.now() });
    this.announce('MESSAGE_CREATE', message);
    return this.#view(message);
  }

  /** A post in a forum: a thread whose first message has its id. */
  #beginPost(body: Json, ids: string[]): Json {
    const forum = this.#channel(ids);
    if (forum.type !== FORUM) throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
    checkSchema(spec.CreateForumThreadRequestSchema, body);
    const { name, message } = body as { name: string; message: Json };
    checkMessage(message);
    if (forum.requiresTag && asArray(body.applied_tags).length === 0) {
      throw new ApiError(400, 40067, 'A tag is required to create a forum post in this channel');
    }
    const { me, guild } = this.world;
    const owned = { parent: forum.id, guild: forum.guild ?? guild, owner: me.id };
    const thread = this.world.addChannel({ type: 11, name, ...owned });
    const first = this.world.addMessage({ id: thread.id, channel: thread, author: me, body: message });
    this.announce('MESSAGE_CREATE', first);
    return { ...this.world.channelView(thread), message: this.#view(first) };
  }

  #publish(message: Message): Json {
    if (message.channel.type !== ANNOUNCEMENT) {
      throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
    }
    if (message.published) throw new ApiError(400, 40033, 'This message has already been crossposted');
    message.published = true;
    return this.#view(message);
  }

  #edit(body: Json, ids: string[]): Json {
    const message = this.#message(ids);
    if (message.author.id !== this.world.me.id) {
      throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
    }
    checkSchema(spec.MessageEditRequestPartialSchema, body);
    applyEdit(message, body);
    this.announce('MESSAGE_UPDATE', message);
    return this.#view(message);
  }

  #remove(message: Message): null {
    if (message.author.id !== this.world.me.id) throw new ApiError(403, 50013, 'Missing Permissions');
    message.deleted = true;
    this.announce('MESSAGE_DELETE', message);
    return null;
  }

  #history(query: URLSearchParams, ids: string[]): Json[] {
    const { before, after, limit = '50' } = Object.fromEntries(query) as Record<string, string>;
    const found = this.world
      .history(this.#channel(ids).id)
      .filter(({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)));
    const page = after ? found.slice(0, Number(limit)) : found.slice(-Number(limit));
    return page.reverse().map((message) => this.#view(message));
  }

  #openDirect(body: Json): Json {
    checkSchema(spec.CreatePrivateChannelRequestSchema, body);
    const user = this.world.users.get(String(body.recipient_id));
    if (!user) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
    return this.world.channelView(this.world.directChannel(user));
  }

  #guild([id = '']: string[]): string {
    if (!this.world.guilds.has(id)) throw new ApiError(404, 10004, 'Unknown Guild');
    return id;
  }

  #channel([id = '']: string[]): Channel {
    const channel = this.world.channels.get(id);
    if (!channel) throw new ApiError(404, 10003, 'Unknown Channel');
    return channel;
  }

  #message([channel, id = '']: string[]): Message {
    const message = this.world.messages.get(id);
    const hidden = !message || message.deleted || message.onlyFor !== null;
    if (hidden || message.channel.id !== channel) throw new ApiError(404, 10008, 'Unknown Message');
    return message;
  }

  #view(message: Message): Json {
    return this.world.view(message, this.settings.intents());
  }
}

function withoutLocalisations(command: Json): Json {
  const { name_localizations, description_localizations, options, ...rest } = command;
  return Array.isArray(options) ? { ...rest, options: options.map(withoutLocalisations) } : rest;
}

/** Changes a message as an edit does, if what comes of it is a message that Discord takes. */
export function applyEdit(message: Message, edit: Json): void {
  const before = Number(message.body.flags ?? 0);
  const flags =
    edit.flags === undefined || edit.flags === null ? before : Number(edit.flags) | (before & COMPONENTS_V2);
  const body = { ...message.body, ...edit, flags };
  checkMessage(body);
  message.body = body;
  message.edited = new Date().toISOString();
}
