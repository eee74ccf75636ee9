import { type BirpcReturn, createBirpc } from 'birpc';
import { pack, unpack } from './packed-error.js';

/** One end of the way between two threads: a `Worker`, or a worker's `parentPort`. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (message: unknown) => void): unknown;
}

/** What the other end can be asked, each as a function that gives a promise; `$close` lets what is open fail. */
export type Calls<Theirs extends object> = BirpcReturn<Theirs, object>;

/** A request (`m`, with its arguments `a`) or a response (its result, or the error `e`) as birpc makes them. */
interface Message {
  readonly a?: readonly unknown[];
  readonly e?: unknown;
}

/**
 * Takes calls at one end of a port and makes calls to the other. Errors come out as what went in.
 * @param ours what the other end may call
 * @param events what of the other end's is only told, without waiting for an answer
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
    // A result that cannot be sent is an error for whoever asked, who alone is not named here.
    onGeneralError: (_, name) => name !== undefined,
    // Whoever asks knows how long to wait.
    timeout: -1,
  });
}

function withErrors(message: Message, change: (value: unknown) => unknown): Message {
  if (message.e !== undefined) return { ...message, e: change(message.e) };
  return message.a === undefined ? message : { ...message, a: message.a.map(change) };
}
