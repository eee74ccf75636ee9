import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { away, busy, type Cluster, isForNow } from './cluster.js';

/** One document to write or to delete. */
export interface Operation {
  readonly index: string;
  readonly id: string;
  /** Null deletes. */
  readonly document: object | null;
  /** Only where the stored document is still this one; `new` only where there is none. */
  readonly replaces?: Revision | 'new';
}

/** Which state of a document is meant. */
export interface Revision {
  readonly sequence: number;
  readonly term: number;
}

/** The characters of one request: enough for the cluster to work well, little enough for its memory. */
const REQUEST_CHARACTERS = 4_000_000;
/** What was refused for now is sent again after so many milliseconds, doubled each time up to the longest. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;
/** How long the cluster itself waits for a part of an index that is being moved; it would a minute. */
const WAITING = '5s';

const BulkItem = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
const BulkResponse = z.object({ items: z.array(z.record(z.string(), BulkItem)) });

/** What became of operations that were not carried out; the others were. */
export interface BulkResult {
  /** The document had changed meanwhile, see `Operation.replaces`. */
  readonly outdated: readonly Operation[];
  /** The cluster will never take them, and why. */
  readonly rejected: ReadonlyMap<Operation, string>;
}

/**
 * Writes and deletes documents. What the cluster refuses for now (a full queue, a node that is gone) is sent again,
 * those documents alone.
 * @param until when to give up, in milliseconds since 1970
 * @throws UserError `archive-unreachable` or `archive-busy` when the cluster did not come round
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
      // At random, so that several processes do not come back all at once.
      await setTimeout(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)) * (0.5 + Math.random() / 2));
    }
  }
  return { outdated, rejected };
}

interface Answered {
  readonly entry: Entry;
  readonly answer: 'done' | 'outdated' | 'rejected' | 'refused for now';
  readonly reason: string;
  /** It is refused because there is too much to do. */
  readonly isFull: boolean;
}

async function sendOnce(cluster: Cluster, entries: readonly Entry[]): Promise<Answered[]> {
  const body = entries.map(({ lines }) => lines.join('\n'));
  try {
    const { items } = await cluster.ask(BulkResponse, (client, patience) =>
      // The client takes lines as well; only its types do not know.
      client.bulk({ body: body as unknown as Record<string, unknown>[], timeout: WAITING }, patience),
    );
    return entries.map((entry, position) => {
      const [outcome] = Object.values(items[position] ?? {});
      if (outcome === undefined) throw new Error(`the cluster says nothing of ${entry.operation.id}`);
      const { status, error } = outcome;
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
  /** As they are sent. */
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
