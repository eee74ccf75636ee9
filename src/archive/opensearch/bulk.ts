import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { UserError } from '../../user-error.js';
import type { Cluster } from './cluster.js';

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
const LONGEST_PAUSE = 10_000;
/** So often: about a minute and a half in all, in which a cluster gets over the loss of a node. */
const TRIES = 15;

const Outcome = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
const BulkResponse = z.object({ items: z.array(z.record(z.string(), Outcome)) });

/**
 * Writes and deletes documents. What the cluster refuses for now (a full queue, a node that is gone) is sent again,
 * those documents alone.
 * @returns the operations whose document had changed meanwhile, see `Operation.replaces`
 * @throws UserError `archive-unreachable` or `archive-busy` when the cluster did not come round
 */
export async function sendBulk(
  cluster: Cluster,
  operations: readonly Operation[],
  pause: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<Operation[]> {
  const outdated: Operation[] = [];
  for (const request of requestsOf(operations)) {
    let pending = request;
    for (let tries = 1; pending.length > 0; tries++) {
      const result = await sendOnce(cluster, pending);
      outdated.push(...result.outdated);
      pending = result.refused;
      if (pending.length === 0) break;
      if (tries === TRIES) throw result.reason;
      // At random, so that several processes do not come back all at once.
      await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)) * (0.5 + Math.random() / 2));
    }
  }
  return outdated;
}

interface Result {
  readonly outdated: readonly Operation[];
  /** Refused for now, with the reason of one of them. */
  readonly refused: readonly Entry[];
  readonly reason: unknown;
}

async function sendOnce(cluster: Cluster, entries: readonly Entry[]): Promise<Result> {
  const body = entries.map(({ lines }) => lines.join('\n'));
  let items: z.infer<typeof BulkResponse>['items'];
  try {
    ({ items } = await cluster.ask(BulkResponse, (client, patience) =>
      // The client takes lines as well; only its types do not know.
      client.bulk({ body: body as unknown as Record<string, unknown>[] }, patience),
    ));
  } catch (error) {
    const isForNow = error instanceof UserError && error.code !== 'search-refused';
    if (!isForNow) throw error;
    return { outdated: [], refused: entries, reason: error };
  }
  const outdated: Operation[] = [];
  const refused: Entry[] = [];
  let reason: unknown;
  for (const [position, entry] of entries.entries()) {
    const { operation } = entry;
    const [outcome] = Object.values(items[position] ?? {});
    if (outcome === undefined) throw new Error(`no outcome for ${operation.id}`);
    const { status, error } = outcome;
    if (status < 300 || (operation.document === null && status === 404)) continue;
    const cause = new Error(`${operation.index}/${operation.id}: ${error?.type}: ${error?.reason}`);
    if (status === 409 && operation.replaces !== undefined) outdated.push(operation);
    else if (status === 429 || status >= 502) {
      refused.push(entry);
      reason = new UserError(
        'archive-busy',
        'The archive takes nothing new just now.',
        'Please try again in a minute.',
        {
          cause,
        },
      );
    } else throw cause;
  }
  return { outdated, refused, reason };
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
