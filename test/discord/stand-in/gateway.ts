import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './api-error.js';

/** Gateway operation codes. */
const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const PRESENCE = 3;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;

export const INTENT = { guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 };

interface Session {
  readonly id: string;
  readonly intents: number;
  /** The shard that it serves, of so many in all. */
  readonly shard: number;
  readonly shards: number;
  /** Every event of the session in order: what a RESUME replays. */
  readonly events: { s: number; t: string; d: unknown }[];
  socket: WebSocket | null;
  dead: boolean;
}

export interface GatewayOptions {
  readonly token: string;
  /** In milliseconds; Discord's own is about 41 seconds. */
  readonly heartbeatInterval: number;
  readonly messageContentGranted: boolean;
  /** Shards share so many places (by the rest of the division), */
  readonly maxConcurrency: number;
  /** each of which takes one IDENTIFY in so many milliseconds. */
  readonly identifyWindow: number;
  /** How many may identify until the day is over. */
  readonly identifyLimit: number;
  /** READY's payload, and the events that follow it. */
  readonly greeting: (
    sessionId: string,
    isOurs: (guild: string) => boolean,
  ) => { ready: Json; events: [string, Json][] };
}

/** Discord's gateway: one or more sessions over WebSockets, with the accidents that happen to them. */
export class Gateway {
  readonly server = new WebSocketServer({ noServer: true });
  readonly sessions = new Map<string, Session>();
  identifies = 0;
  /** IDENTIFYs that came too soon after another one of the same place. */
  tooSoon = 0;
  resumes = 0;
  heartbeats = 0;
  /** How often a client that was connected was late with its heartbeat by more than a whole interval. */
  missedHeartbeats = 0;
  /** What the bot showed under its name, the last one last. */
  readonly presences: Json[] = [];
  /** The intents of the last IDENTIFY. */
  intents = 0;
  /** When set, the next RESUME replays from the session's start, so that the client sees events twice. */
  replayEverything = false;
  #closeWith: number | null = null;
  readonly #lastIdentify = new Map<number, number>();

  constructor(private readonly options: GatewayOptions) {
    this.server.on('connection', (socket) => this.#greet(socket));
  }

  /**
   * Sends an event to every live session of the guild's shard for which `payload` has one to give, and keeps it for a
   * RESUME.
   * @param guild null for direct messages, which go to the first shard
   */
  dispatch(type: string, guild: string | null, payload: (intents: number) => Json | null): void {
    for (const session of this.sessions.values()) {
      const data = session.dead || !isOfShard(guild, session) ? null : payload(session.intents);
      if (data) this.#append(session, type, data);
    }
  }

  /** The shards that are connected now; one that is connected twice stands there twice. */
  connectedShards(): number[] {
    const live = [...this.sessions.values()].filter(({ socket }) => socket !== null);
    return live.map(({ shard }) => shard).sort((left, right) => left - right);
  }

  /** How many may still identify. */
  get identifiesLeft(): number {
    return Math.max(0, this.options.identifyLimit - this.identifies);
  }

  /** Cuts every socket, or those of one shard, without a word, as a broken network does. */
  cut(shard?: number): void {
    if (shard === undefined) for (const socket of this.server.clients) socket.terminate();
    for (const session of this.sessions.values()) if (session.shard === shard) session.socket?.terminate();
  }

  /** Asks every client to connect anew and resume. */
  requestReconnect(): void {
    for (const session of this.sessions.values()) send(session.socket, { op: RECONNECT, d: null });
  }

  /** Every session so far can no longer be resumed. */
  killSessions(): void {
    for (const session of this.sessions.values()) session.dead = true;
  }

  /** Closes every connection with this code, and refuses new ones with it. */
  closeForGood(code: number): void {
    this.#closeWith = code;
    for (const socket of this.server.clients) socket.close(code);
  }

  stop(): void {
    this.cut();
    this.server.close();
  }

  #greet(socket: WebSocket): void {
    const interval = this.options.heartbeatInterval;
    send(socket, { op: HELLO, d: { heartbeat_interval: interval } });
    let last = Date.now();
    const look = (): void => {
      if (Date.now() - last <= 2 * interval) return;
      this.missedHeartbeats += 1;
      last = Date.now();
    };
    // After those are read that came while we were held up ourselves.
    const watch = setInterval(() => setImmediate(look), interval / 2);
    let session: Session | null = null;
    socket.on('close', () => {
      clearInterval(watch);
      if (session?.socket === socket) session.socket = null;
    });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as { op: number; d: Json };
      if (op === HEARTBEAT) {
        last = Date.now();
        this.heartbeats += 1;
        send(socket, { op: HEARTBEAT_ACK });
      } else if (op === PRESENCE) this.presences.push(d);
      else if (op === IDENTIFY) session = this.#identify(socket, d);
      else if (op === RESUME) session = this.#resume(socket, d);
    });
  }

  #identify(socket: WebSocket, { token, intents, shard: identified = [0, 1] }: Json): Session | null {
    const [shard = 0, shards = 1] = identified as number[]; // discord.js sends it as Discord wants it.
    this.identifies += 1;
    this.intents = Number(intents);
    if (this.#closeWith) socket.close(this.#closeWith);
    else if (token !== this.options.token) socket.close(4004);
    else if (this.intents & INTENT.messageContent && !this.options.messageContentGranted) socket.close(4014);
    else if (shard >= shards) socket.close(4010);
    else if (this.#isTooSoon(shard)) send(socket, { op: INVALID_SESSION, d: false });
    else {
      const { intents } = this;
      const session: Session = { id: randomUUID(), intents, shard, shards, events: [], socket, dead: false };
      this.sessions.set(session.id, session);
      const isOurs = (guild: string): boolean => isOfShard(guild, session);
      const { ready, events } = this.options.greeting(session.id, isOurs);
      this.#append(session, 'READY', ready);
      for (const [type, data] of events) this.#append(session, type, data);
      return session;
    }
    return null;
  }

  #isTooSoon(shard: number): boolean {
    const place = shard % this.options.maxConcurrency;
    const since = Date.now() - (this.#lastIdentify.get(place) ?? 0);
    this.#lastIdentify.set(place, Date.now());
    if (since >= this.options.identifyWindow) return false;
    this.tooSoon += 1;
    return true;
  }

  #resume(socket: WebSocket, { token, session_id, seq }: Json): Session | null {
    const session = this.sessions.get(String(session_id));
    if (this.#closeWith) socket.close(this.#closeWith);
    else if (!session || session.dead || token !== this.options.token) {
      send(socket, { op: INVALID_SESSION, d: false });
    } else {
      this.resumes += 1;
      session.socket = socket;
      const from = this.replayEverything ? 1 : Number(seq);
      this.replayEverything = false;
      for (const event of session.events) if (event.s > from) send(socket, { op: DISPATCH, ...event });
      this.#append(session, 'RESUMED', {});
      return session;
    }
    return null;
  }

  #append(session: Session, t: string, d: unknown): void {
    const event = { s: session.events.length + 1, t, d };
    session.events.push(event);
    send(session.socket, { op: DISPATCH, ...event });
  }
}

/** A guild belongs to one shard, by its id; what belongs to no guild, to the first. */
function isOfShard(guild: string | null, { shard, shards }: Pick<Session, 'shard' | 'shards'>): boolean {
  return (guild === null ? 0 : Number((BigInt(guild) >> 22n) % BigInt(shards))) === shard;
}

function send(socket: WebSocket | null, payload: Json): void {
  socket?.send(JSON.stringify(payload));
}
