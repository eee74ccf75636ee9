import { type BirpcReturn, createBirpc } from 'birpc';
import { UserError } from '../user-error.js';
import type { Newsroom } from './newsroom.js';
import type { NewsroomSettings } from './open-newsroom.js';

/** What can be asked of the thread, which answers nothing before `open`. */
export interface ThreadCalls extends Omit<Newsroom, 'isOpen'> {
  /** @throws UserError see `openNewsroom` */
  open(settings: NewsroomSettings): Promise<void>;
}

/** One end of the way between two threads: a `Worker`, or a worker's `parentPort`. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listen: (message: unknown) => void): unknown;
}

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
export function connect<Theirs extends object, Ours extends object>(
  port: Port,
  ours: Ours,
  events: (keyof Theirs)[] = [],
): BirpcReturn<Theirs, Ours> {
  return createBirpc<Theirs, Ours>(ours, {
    post: (message) => port.postMessage(message),
    on: (listen) => void port.on('message', listen),
    serialize: (message: Message) => withErrors(message, pack),
    deserialize: (message: Message) => withErrors(message, unpack),
    eventNames: events,
    bind: 'functions',
    // Whoever asks knows how long to wait.
    timeout: -1,
  });
}

function withErrors(message: Message, change: (value: unknown) => unknown): Message {
  if (message.e !== undefined) return { ...message, e: change(message.e) };
  return message.a === undefined ? message : { ...message, a: message.a.map(change) };
}

/** An error as plain data: between threads, errors lose their class and what is written on them. */
class PackedError {
  constructor(
    readonly packedError: string,
    readonly message: string,
    readonly stack: string | undefined,
    /** Of a `UserError`. */
    readonly user: { readonly code: string; readonly hint: string | null } | null,
  ) {}
}

function pack(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack } = value;
  const user = value instanceof UserError ? { code: value.code, hint: value.hint } : null;
  return new PackedError(name, message, stack, user);
}

function unpack(value: unknown): unknown {
  if (!isPacked(value)) return value;
  const { packedError: name, message, stack, user } = value;
  if (user !== null) return new UserError(user.code, message, user.hint);
  return Object.assign(new Error(message), { name, stack });
}

/** Classes do not cross, their fields do. */
function isPacked(value: unknown): value is PackedError {
  return typeof value === 'object' && value !== null && 'packedError' in value;
}
