import { type BirpcReturn, createBirpc } from 'birpc';
import { pack, unpack } from './packed-error.js';

/** One end of the channel between two threads: a `Worker`, or a worker's `parentPort`. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (message: unknown) => void): unknown;
}

/** The functions of the other end, each returning a promise. `$close` makes the open calls fail. */
export type Calls<Theirs extends object> = BirpcReturn<Theirs, object>;

/** A request (`m`, with its arguments `a`) or a response (its result, or the error `e`) as birpc makes them. */
interface Message {
  readonly a?: readonly unknown[];
  readonly e?: unknown;
}

/**
 * Connects to the other end of a port: answers its calls and makes calls to it. Errors arrive as they were
 * thrown.
 * @param ours the functions that the other end may call
 * @param events the other end's functions that are called without waiting for an answer
 */
export function connect<Theirs extends object>(
  port: Port,
  ours: object,
  events: (keyof Theirs)[] = [],
): Calls<Theirs> {
  return createBirpc<Theirs, object>(ours, {
    post: (message) => port.postMessage(message),
    on: (listen) => void port.on('message', listen),
    serialize: (message: Message) => withErrors(message, pack),
    deserialize: (message: Message) => withErrors(message, unpack),
    eventNames: events,
    bind: 'functions',
    // A result that cannot be sent is reported to the caller. Only then is no name given here.
    onGeneralError: (_, name) => name !== undefined,
    // The caller decides how long to wait.
    timeout: -1,
  });
}

function withErrors(message: Message, change: (value: unknown) => unknown): Message {
  if (message.e !== undefined) return { ...message, e: change(message.e) };
  return message.a === undefined ? message : { ...message, a: message.a.map(change) };
}
