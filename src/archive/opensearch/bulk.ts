import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Cluster } from './connection/cluster.js';
import { away, BLOCK, busy, isForNow, readOnly } from './connection/cluster-errors.js';

/** One document to write or to delete. */
export interface Operation {
  readonly index: string;
  readonly id: string;
  /** Null deletes. */
  readonly document: object | null;
  /** Writes only if the stored document is still this one; `new` only if there is none. */
  readonly replaces?: Revision | 'new';
}

/** Identifies one state of a document, as the cluster numbers them. */
export interface Revision {
  readonly sequence: number;
  readonly term: number;
}

/** Characters per request: enough for the cluster to work efficiently, few enough for its memory. */
const REQUEST_CHARACTERS = 4_000_000;
/**
 * Pause before refused documents are sent again, in milliseconds. It doubles each time, up to the longest.
 */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;
/** How long the cluster itself waits for a shard that is being moved; its default is a minute. */
const WAITING = '5s';

const BulkItem = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
const BulkResponse = z.object({ items: z.array(z.record(z.string(), BulkItem)) });

/** The operations that were not carried out; all others were. */
export interface BulkResult {
  /** Their documents have changed in the meantime, see `Operation.replaces`. */
  readonly outdated: readonly Operation[];
  /** The cluster will never accept these; with the reasons. */
  readonly rejected: ReadonlyMap<Operation, string>;
}

/**
 * Writes and deletes documents. Documents that the cluster refuses for now (a full queue, a node that is
 * gone) are sent again, and only those.
 * @param until when to give up, in milliseconds since 1970
 * @throws UserError `archive-unreachable` or `archive-busy` if the cluster has not recovered by then;
 * `archive-read-only` at once, as nothing that is sent again could change it
 */
export async function sendBulk(
  cluster: Cluster,
  operations: readonly Operation[],
  until: number,
): Promise<BulkResult> {
  const outdated: Operation[] = [];
  const rejected = new Map<Operation, string>();
  for (const request of requestsOf(operations)) {
    let pending = request;
    for (let tries = 1; ; tries++) {
      const answers = await sendOnce(cluster, pending);
      for (const { entry, answer, reason } of answers) {
        if (answer === 'outdated') outdated.push(entry.operation);
        if (answer === 'rejected') rejected.set(entry.operation, reason);
      }
      const refused = answers.filter(({ answer }) => answer === 'refused for now');
      const [first] = refused;
      if (first === undefined) break;
      if (Date.now() >= until) throw (first.isFull ? busy : away)(new Error(first.reason));
      pending = refused.map(({ entry }) => entry);
      // Randomised, so that several processes do not all come back at once.
      await setTimeout(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)) * (0.5 + Math.random() / 2));
    }
  }
  return { outdated, rejected };
}

interface Answered {
  readonly entry: Entry;
  readonly answer: 'done' | 'outdated' | 'rejected' | 'refused for now';
  readonly reason: string;
  /** Refused because the cluster has too much to do. */
  readonly isFull: boolean;
}

async function sendOnce(cluster: Cluster, entries: readonly Entry[]): Promise<Answered[]> {
  const body = entries.map(({ lines }) => lines.join('\n'));
  try {
    const { items } = await cluster.ask(BulkResponse, (client, patience) =>
      // The client accepts lines as well; only its types do not say so.
      client.bulk({ body: body as unknown as Record<string, unknown>[], timeout: WAITING }, patience),
    );
    return entries.map((entry, position) => {
      const [outcome] = Object.values(items[position] ?? {});
      if (outcome === undefined) throw new Error(`the cluster says nothing of ${entry.operation.id}`);
      const { status, error } = outcome;
      if (error?.type === BLOCK) throw readOnly(error.reason ?? error.type);
      const answer = answerOf(status, entry.operation);
      return { entry, answer, reason: `${error?.type}: ${error?.reason}`, isFull: status === 429 };
    });
  } catch (error) {
    if (!isForNow(error)) throw error;
    const isFull = error.code === 'archive-busy';
    return entries.map((entry) => ({ entry, answer: 'refused for now', reason: error.code, isFull }));
  }
}

function answerOf(status: number, { document, replaces }: Operation): Answered['answer'] {
  if (status < 300 || (document === null && status === 404)) return 'done';
  if (status === 409 && replaces !== undefined) return 'outdated';
  return status === 429 || status >= 500 ? 'refused for now' : 'rejected';
}

interface Entry {
  readonly operation: Operation;
  /** The lines as they are sent. */
  readonly lines: readonly string[];
}

function entryOf(operation: Operation): Entry {
  const { index, id, document, replaces } = operation;
  const target = { _index: index, _id: id };
  if (document === null) return { operation, lines: [JSON.stringify({ delete: target })] };
  const action =
    replaces === 'new'
      ? { create: target }
      : { index: { ...target, if_seq_no: replaces?.sequence, if_primary_term: replaces?.term } };
  return { operation, lines: [JSON.stringify(action), JSON.stringify(document)] };
}

function* requestsOf(operations: readonly Operation[]): Generator<readonly Entry[]> {
  let request: Entry[] = [];
  let characters = 0;
  for (const operation of operations) {
    const entry = entryOf(operation);
    request.push(entry);
    for (const line of entry.lines) characters += line.length;
    if (characters < REQUEST_CHARACTERS) continue;
    yield request;
    request = [];
    characters = 0;
  }
  if (request.length > 0) yield request;
}
