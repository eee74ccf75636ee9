import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError, type Json } from './api-error.js';
import { type Fault, Faults } from './faults.js';
import { Gateway, INTENT } from './gateway.js';
import { type Interaction, Interactions } from './interactions.js';
import { asArray, flatten } from './refusals.js';
import { type Request, Rest } from './rest.js';
import { snowflake } from './snowflake.js';
import { type Channel, type Message, type User, userView, visibleText, World } from './world.js';

export interface StandInOptions {
  readonly token?: string;
  readonly port?: number;
  /** In milliseconds. */
  readonly heartbeatInterval?: number;
  readonly messageContentGranted?: boolean;
  /** How many shards Discord recommends. */
  readonly shards?: number;
  readonly maxConcurrency?: number;
  /** Discord takes one IDENTIFY of a place in five seconds; here nobody minds, unless told otherwise. In milliseconds. */
  readonly identifyWindow?: number;
  /** How many IDENTIFYs there may be. */
  readonly identifyLimit?: number;
  /** For how long a nonce is remembered, in milliseconds; Discord says "the past few minutes". */
  readonly nonceWindow?: number;
}

/** A request as it came in, and how it was answered. */
export type RecordedRequest = Request & { status: number; files: Record<string, string> };

/**
 * A Discord on the loopback: gateway and REST on one port, for a real discord.js client.
 *
 * It checks every request body against Discord's published schemas and refuses what else Discord refuses, keeps
 * messages (create, edit, delete, read, ephemeral ones, nonces), and makes accidents happen on request:
 *
 *     const discord = await StandIn.start();
 *     // point the bot at discord.apiUrl with discord.token
 *     await discord.ready();
 *     const question = discord.say('<@' + discord.world.me.id + '> how many?');
 *     const answer = await discord.replyTo(question);
 *     discord.press(answer, 'Context', { user: reader });
 *     discord.faults.add({ path: /messages$/, status: 500, applied: true });   // the answer is lost, the message is not
 *     discord.gateway.cut();                                                   // the client resumes
 *     await discord.stop();
 */
export class StandIn {
  readonly world = new World();
  readonly faults = new Faults();
  readonly requests: RecordedRequest[] = [];
  readonly interactions = new Interactions(this.world);
  readonly rest: Rest;
  readonly gateway: Gateway;
  readonly token: string;
  /** A member without any special permission, who asks unless another is named. */
  readonly reader = this.world.addUser('reader');
  /** A member who may manage the guild. */
  readonly manager = this.world.addUser('manager', 1n << 5n);
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  private constructor(options: StandInOptions) {
    this.token = options.token ?? 'stand-in-token';
    this.gateway = new Gateway({
      token: this.token,
      heartbeatInterval: options.heartbeatInterval ?? 1_000,
      messageContentGranted: options.messageContentGranted ?? false,
      maxConcurrency: options.maxConcurrency ?? 16,
      identifyWindow: options.identifyWindow ?? 0,
      identifyLimit: options.identifyLimit ?? 1_000,
      greeting: (sessionId, isOurs) => {
        const guilds = [...this.world.guilds].filter(isOurs);
        return {
          ready: this.#ready(sessionId, guilds),
          events: guilds.map((guild) => ['GUILD_CREATE', this.world.guildView(guild)]),
        };
      },
    });
    this.rest = new Rest(this.world, this.interactions, (type, message) => this.announce(type, message), {
      gatewayUrl: () => `ws://127.0.0.1:${this.#port}/gateway`,
      nonceWindow: options.nonceWindow ?? 180_000,
      messageContentGranted: options.messageContentGranted ?? false,
      intents: () => this.gateway.intents,
      limits: () => ({
        shards: options.shards ?? 1,
        session_start_limit: {
          total: options.identifyLimit ?? 1_000,
          remaining: this.gateway.identifiesLeft,
          reset_after: 3_600_000,
          max_concurrency: options.maxConcurrency ?? 16,
        },
      }),
    });
    this.#server.on('upgrade', (request, socket, head) => {
      this.gateway.server.handleUpgrade(request, socket, head, (client) =>
        this.gateway.server.emit('connection', client, request),
      );
    });
  }

  static async start(options: StandInOptions = {}): Promise<StandIn> {
    const standIn = new StandIn(options);
    await new Promise<void>((resolve) => {
      standIn.#server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return standIn;
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** How far Discord's clock is ahead of this machine's, in milliseconds. */
  clockAhead = 0;

  /** What DISCORD_API_URL is set to. */
  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get #port(): number {
    // A server that listens on TCP has an address of this kind.
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resolves when a client is connected and has its events. */
  async ready(): Promise<void> {
    await waitFor('a client to connect', () =>
      [...this.gateway.sessions.values()].some(({ socket }) => socket !== null),
    );
  }

  // What people do.

  /** Posts a member's message and tells the bot. */
  say(
    content: string,
    { channel = this.world.general, author = this.reader, replyTo, ping = true, forwarded }: SayOptions = {},
  ): Message {
    const body: Json = {
      content,
      ...(replyTo ? { allowed_mentions: { parse: ['users'], replied_user: ping } } : {}),
      ...(forwarded ? { message_snapshots: [{ message: { content: forwarded } }] } : {}),
    };
    const message = this.world.addMessage({ channel, author, body, reference: replyTo?.id ?? null });
    this.announce('MESSAGE_CREATE', message);
    return message;
  }

  /** Says something to the bot by name. */
  mention(content: string, options: SayOptions = {}): Message {
    return this.say(`<@${this.world.me.id}> ${content}`, options);
  }

  editMessage(message: Message, content: string): void {
    message.body = { ...message.body, content };
    message.edited = new Date().toISOString();
    this.announce('MESSAGE_UPDATE', message);
  }

  deleteMessage(message: Message): void {
    message.deleted = true;
    this.announce('MESSAGE_DELETE', message);
  }

  /** Deletes several at once, as a moderator's program does. */
  deleteMessages(messages: readonly Message[]): void {
    for (const message of messages) message.deleted = true;
    for (const { id: channel_id, guild } of new Set(messages.map(({ channel }) => channel))) {
      const ids = messages.filter(({ channel }) => channel.id === channel_id).map(({ id }) => id);
      this.gateway.dispatch('MESSAGE_DELETE_BULK', guild, () => ({ ids, channel_id, guild_id: guild }));
    }
  }

  /** Deletes a channel or thread; Discord says nothing of its messages. */
  deleteChannel({ id, type, guild, parent }: Channel): void {
    this.world.channels.delete(id);
    const event = type === 11 || type === 12 ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
    this.gateway.dispatch(event, guild, () => ({ id, type, guild_id: guild, parent_id: parent }));
  }

  /** Removes the bot from a guild. */
  removeBot(guild: string): void {
    this.world.guilds.delete(guild);
    this.gateway.dispatch('GUILD_DELETE', guild, () => ({ id: guild }));
  }

  /** A guild cannot be reached for a while. */
  beginOutage(guild: string): void {
    this.gateway.dispatch('GUILD_DELETE', guild, () => ({ id: guild, unavailable: true }));
  }

  /** Uses a slash command; sub-commands are given as in `settings/show`. */
  command(path: string, options: Record<string, unknown> = {}, where: Where = {}): Interaction {
    const [name, ...sub] = path.split('/');
    return this.#interact(
      2,
      { id: snowflake(), name, type: 1, ...commandOptions(sub, options), ...where.data },
      where,
    );
  }

  /** Uses a context-menu command on a message. */
  messageCommand(name: string, target: Message, where: Where = {}): Interaction {
    const resolved = { messages: { [target.id]: { ...this.world.view(target, INTENT.messageContent) } } };
    return this.#interact(2, { id: snowflake(), name, type: 3, target_id: target.id, resolved }, where);
  }

  /** Types into an option that has autocomplete. */
  async suggestions(name: string, option: string, typed: string, where: Where = {}): Promise<Json[]> {
    const options = [{ name: option, type: 3, value: typed, focused: true }];
    const interaction = this.#interact(4, { id: snowflake(), name, type: 1, options }, where);
    return waitFor(`suggestions for “${typed}”`, () => interaction.choices);
  }

  /** Presses the button with this label or emoji, the nth of its kind. */
  press(message: Message, label: string | RegExp, where: Where & { nth?: number } = {}): Interaction {
    const is = (text: unknown): boolean =>
      typeof label === 'string' ? text === label : label.test(String(text));
    const buttons = flatten(asArray(message.body.components)).filter(
      (part) => part.type === 2 && (is(part.label) || is((part.emoji as Json | undefined)?.name)),
    );
    const button = buttons[where.nth ?? 0];
    if (!button) throw new Error(`there is no button “${label}” on: ${visibleText(message.body)}`);
    return this.pressId(message, String(button.custom_id), where);
  }

  /** Presses a button by its custom id, also one that is not there (any more). */
  pressId(message: Message, customId: string, where: Where = {}): Interaction {
    return this.#interact(3, { component_type: 2, custom_id: customId }, { ...where, on: message });
  }

  /** Picks values in the message's first select menu of this type (3 text, 8 channel). */
  pick(message: Message, type: number, values: string[], where: Where = {}): Interaction {
    const menu = flatten(asArray(message.body.components)).find((part) => part.type === type);
    if (!menu) throw new Error(`there is no such menu on: ${visibleText(message.body)}`);
    return this.pickId(message, type, String(menu.custom_id), values, where);
  }

  pickId(message: Message, type: number, customId: string, values: string[], where: Where = {}): Interaction {
    const channels = values.flatMap((id) => this.world.channels.get(id) ?? []);
    const views = channels.map((each) => [
      each.id,
      { ...this.world.channelView(each), permissions: ALL_PERMISSIONS },
    ]);
    const resolved = { channels: Object.fromEntries(views) };
    const data = { component_type: type, custom_id: customId, values, ...(type === 3 ? {} : { resolved }) };
    return this.#interact(3, data, { ...where, on: message });
  }

  // What comes of it.

  /** The bot's reply to a message. */
  async replyTo(message: Message): Promise<Message> {
    return waitFor(`a reply to “${message.body.content}”`, () => this.repliesTo(message)[0]);
  }

  repliesTo(message: Message): Message[] {
    const mine = this.world
      .history(message.channel.id)
      .filter(({ author }) => author.id === this.world.me.id);
    return mine.filter(({ reference }) => reference === message.id);
  }

  /** The answer to an interaction, once it is there in full. */
  async answer(interaction: Interaction): Promise<Message> {
    return waitFor('an answer to an interaction', () => {
      const { deferred, original, followUps } = interaction;
      return deferred ? null : original?.deleted ? followUps[0] : original;
    });
  }

  /** Tells the sessions of a message as far as their intents go. */
  announce(type: string, message: Message): void {
    if (message.onlyFor !== null) return;
    const { guild, id } = message.channel;
    const needed = guild ? INTENT.guildMessages : INTENT.directMessages;
    this.gateway.dispatch(type, guild, (intents) => {
      if ((intents & needed) === 0) return null;
      if (type !== 'MESSAGE_DELETE') return this.world.view(message, intents);
      return { id: message.id, channel_id: id, ...(guild ? { guild_id: guild } : {}) };
    });
  }

  #interact(type: number, data: Json, where: Where & { on?: Message }): Interaction {
    const {
      user = this.reader,
      channel = where.on?.channel ?? this.world.general,
      installed = 'guild',
      on = null,
    } = where;
    const interaction: Interaction = {
      id: snowflake(),
      token: `aW50ZXJhY3Rpb246${randomBytes(12).toString('hex')}`,
      channel,
      user,
      on,
      created: Date.now(),
      answeredAfter: null,
      deferred: false,
      original: null,
      choices: null,
      followUps: [],
    };
    this.interactions.add(interaction);
    const member = {
      user: userView(user),
      permissions: String(user.permissions),
      roles: [],
      joined_at: null,
      flags: 0,
    };
    const byUser = { '1': user.id };
    this.gateway.dispatch('INTERACTION_CREATE', channel.guild, () => ({
      id: interaction.id,
      application_id: this.world.me.id,
      type,
      data,
      token: interaction.token,
      version: 1,
      channel: this.world.channelView(channel),
      channel_id: channel.id,
      ...(channel.guild ? { guild_id: channel.guild, member } : { user: userView(user) }),
      ...(on ? { message: this.world.view(on, INTENT.messageContent) } : {}),
      app_permissions: ALL_PERMISSIONS,
      locale: 'en-GB',
      entitlements: [],
      attachment_size_limit: 10_485_760,
      context: channel.guild ? 0 : 1,
      authorizing_integration_owners: installed === 'user' ? byUser : { '0': channel.guild ?? '0' },
    }));
    return interaction;
  }

  #ready(sessionId: string, guilds: string[]): Json {
    return {
      v: 10,
      user: userView(this.world.me),
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: sessionId,
      resume_gateway_url: `ws://127.0.0.1:${this.#port}/gateway`,
      application: { id: this.world.me.id, flags: 0 },
    };
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { text, files } = await sentIn(Buffer.concat(chunks), incoming.headers['content-type'] ?? '');
    const request: RecordedRequest = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(url.pathname).replace(/^\/api(\/v\d+)?/, ''),
      query: url.searchParams,
      body: text === '' ? {} : (JSON.parse(text) as Json),
      files,
      status: 0,
    };
    this.requests.push(request);
    const fault = this.faults.take(request);
    if (fault?.delay) await delay(fault.delay);
    try {
      this.#authorise(incoming, request.path);
      const failing = fault?.cut || fault?.status !== undefined;
      const result = failing && !fault.applied ? null : this.rest.handle(request);
      if (fault?.cut) {
        incoming.socket.destroy();
        return;
      }
      if (fault?.status !== undefined) this.#fail(request, response, fault);
      else this.#send(request, response, result === null ? 204 : 200, result);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#send(request, response, error.status, { code: error.code, message: error.message });
    }
  }

  /** Webhook and interaction routes carry their token in the path; all others need the bot's. */
  #authorise({ headers }: IncomingMessage, path: string): void {
    if (/^\/(webhooks|interactions)\//.test(path)) return;
    if (headers.authorization !== `Bot ${this.token}`) throw new ApiError(401, 0, '401: Unauthorized');
  }

  #fail(
    request: RecordedRequest,
    response: ServerResponse,
    { status = 500, code = 0, retryAfter = 0.1 }: Fault,
  ): void {
    if (status === 429) response.setHeader('Retry-After', String(retryAfter));
    const limited = { message: 'You are being rate limited.', retry_after: retryAfter, global: false };
    this.#send(
      request,
      response,
      status,
      status === 429 ? limited : { code, message: `A fault of status ${status}` },
    );
  }

  #send(
    request: RecordedRequest,
    response: ServerResponse,
    status: number,
    body: Json | Json[] | null,
  ): void {
    request.status = status;
    response.statusCode = status;
    response.setHeader('Date', new Date(Date.now() + this.clockAhead).toUTCString());
    if (status !== 204) response.setHeader('Content-Type', 'application/json');
    response.end(status === 204 ? undefined : JSON.stringify(body));
  }
}

const ALL_PERMISSIONS = '562949953421311';

export interface SayOptions {
  readonly channel?: Channel;
  readonly author?: User;
  readonly replyTo?: Message;
  /** Whether a reply pings the one replied to. */
  readonly ping?: boolean;
  readonly forwarded?: string;
}

export interface Where {
  readonly user?: User;
  readonly channel?: Channel;
  readonly installed?: 'guild' | 'user';
  /** More of a command's data, such as what its options resolve to. */
  readonly data?: Json;
}

/** The JSON of a request, and the text of each file that is sent along. */
async function sentIn(body: Buffer, type: string): Promise<{ text: string; files: Record<string, string> }> {
  if (!type.startsWith('multipart/')) return { text: String(body), files: {} };
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData();
  const files: Record<string, string> = {};
  for (const part of form.values()) if (typeof part !== 'string') files[part.name] = await part.text();
  return { text: String(form.get('payload_json') ?? ''), files };
}

function commandOptions(sub: string[], values: Record<string, unknown>): Json {
  const types: Record<string, number> = { string: 3, number: 4, boolean: 5, object: 11 };
  const attachments = Object.values(values).filter((value): value is Json => typeof value === 'object');
  const given = Object.entries(values).map(([name, value]) =>
    /^\d{17,}$/.test(String(value))
      ? { name, type: 7, value }
      : { name, type: types[typeof value], value: typeof value === 'object' ? (value as Json).id : value },
  );
  const nested = sub.reduceRight<Json[]>(
    (options, name, at) => [{ name, type: at < sub.length - 1 ? 2 : 1, options }],
    given,
  );
  const resolved = Object.fromEntries(attachments.map((each) => [String(each.id), each]));
  return { options: nested, ...(attachments.length > 0 ? { resolved: { attachments: resolved } } : {}) };
}

/** Waits until `look` finds something (not null, undefined or false). */
export async function waitFor<T>(
  what: string,
  look: () => T | null | undefined | false,
  within = 30_000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}`);
    await delay(10);
  }
}
