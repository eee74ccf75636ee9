import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './api-error.js';

/** Gateway operation codes. */
const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;

export const INTENT = { guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 };

interface Session {
  readonly id: string;
  readonly intents: number;
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
  /** READY's payload, and the events that follow it. */
  readonly greeting: (sessionId: string, intents: number) => { ready: Json; events: [string, Json][] };
}

/** Discord's gateway: one or more sessions over WebSockets, with the accidents that happen to them. */
export class Gateway {
  readonly server = new WebSocketServer({ noServer: true });
  readonly sessions = new Map<string, Session>();
  identifies = 0;
  resumes = 0;
  heartbeats = 0;
  /** How often a client that was connected was late with its heartbeat by more than a whole interval. */
  missedHeartbeats = 0;
  /** The intents of the last IDENTIFY. */
  intents = 0;
  /** When set, the next RESUME replays from the session's start, so that the client sees events twice. */
  replayEverything = false;
  #closeWith: number | null = null;

  constructor(private readonly options: GatewayOptions) {
    this.server.on('connection', (socket) => this.#greet(socket));
  }

  /** Sends an event to every live session for which `payload` has one to give, and keeps it for a RESUME. */
  dispatch(type: string, payload: (intents: number) => Json | null): void {
    for (const session of this.sessions.values()) {
      const data = session.dead ? null : payload(session.intents);
      if (data) this.#append(session, type, data);
    }
  }

  /** Cuts every socket without a word, as a broken network does. */
  cut(): void {
    for (const socket of this.server.clients) socket.terminate();
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
    const watch = setInterval(() => {
      if (Date.now() - last > 2 * interval) {
        this.missedHeartbeats += 1;
        last = Date.now();
      }
    }, interval / 2);
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
      } else if (op === IDENTIFY) session = this.#identify(socket, d);
      else if (op === RESUME) session = this.#resume(socket, d);
    });
  }

  #identify(socket: WebSocket, { token, intents }: Json): Session | null {
    this.identifies += 1;
    this.intents = Number(intents);
    if (this.#closeWith) socket.close(this.#closeWith);
    else if (token !== this.options.token) socket.close(4004);
    else if (this.intents & INTENT.messageContent && !this.options.messageContentGranted) socket.close(4014);
    else {
      const session: Session = { id: randomUUID(), intents: this.intents, events: [], socket, dead: false };
      this.sessions.set(session.id, session);
      const { ready, events } = this.options.greeting(session.id, this.intents);
      this.#append(session, 'READY', ready);
      for (const [type, data] of events) this.#append(session, type, data);
      return session;
    }
    return null;
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

function send(socket: WebSocket | null, payload: Json): void {
  socket?.send(JSON.stringify(payload));
}
