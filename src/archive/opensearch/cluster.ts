import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Client, errors } from '@opensearch-project/opensearch';
import type { z } from 'zod';
import { UserError } from '../../user-error.js';
import { nodePool } from './node-pool.js';

/** Where the cluster is, and how to get in. Plain values, so that they can cross to another thread. */
export interface ClusterAddress {
  /** One or several nodes, `http://…` or `https://…`. */
  readonly nodes: readonly string[];
  readonly user: string | null;
  readonly password: string | null;
  /** Certificates (PEM) to trust beside the well-known ones; null for those alone. */
  readonly caFile: string | null;
}

/** How long one request may take. */
export interface Patience {
  /** Milliseconds for a node to answer; then the next one is asked. */
  readonly requestTimeout: number;
  /** So many further nodes. */
  readonly maxRetries: number;
}

/** For what nobody waits for. */
const PATIENT: Patience = { requestTimeout: 30_000, maxRetries: 3 };

/** A member waits for the answer: a slow node is given up early, and another one asked. */
export const IMPATIENT: Patience = { requestTimeout: 4_000, maxRetries: 2 };

/** A full queue, or a part that is moving, is tried again so often, first after so many milliseconds, then after twice as many. */
const FULL_TRIES = 5;
const FULL_PAUSE = 150;

/** One of several requests that were sent together was refused, such as while a part of the index moves to another node. */
export class PartRefused extends Error {
  override readonly name = 'PartRefused';
}

/** The connection to a cluster. Its errors are a person's to read when the cluster is away or refuses us. */
export class Cluster {
  readonly #client: Client;

  /**
   * @param tell is given a line when a node stops answering, and when it answers again
   * @throws UserError `ca-file-unreadable`
   */
  constructor({ nodes, user, password, caFile }: ClusterAddress, tell: (line: string) => void = () => {}) {
    this.#client = new Client({
      nodes: [...nodes],
      ConnectionPool: nodePool(tell),
      ...(user === null ? {} : { auth: { username: user, password: password ?? '' } }),
      ...(caFile === null ? {} : { ssl: { ca: readCertificates(caFile) } }),
    });
  }

  /**
   * Sends a request and reads what comes back.
   * @throws UserError `archive-unreachable` when no node answers in time, `archive-busy` when their queues are full,
   * `search-refused` when they do not let us in
   */
  async ask<T>(
    schema: z.ZodType<T>,
    send: (client: Client, patience: Patience) => PromiseLike<{ body: unknown }>,
    patience: Patience = PATIENT,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const { body } = await send(this.#client, patience);
        return schema.parse(body);
      } catch (error) {
        const passes = isFull(error) || error instanceof PartRefused;
        if (!passes || tries === FULL_TRIES) throw readable(error);
        await setTimeout(FULL_PAUSE * 2 ** (tries - 1) * (1 + Math.random()));
      }
    }
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

/** The status of a response that says what is wrong; null where none came. */
export function statusOf(error: unknown): number | null {
  return error instanceof errors.ResponseError ? error.statusCode : null;
}

function isFull(error: unknown): boolean {
  return statusOf(error) === 429;
}

/** The cluster is there, but takes no more for now. */
export function busy(cause: unknown): UserError {
  return new UserError(
    'archive-busy',
    'The archive has too much to do just now.',
    'Please try again in a minute.',
    { cause },
  );
}

/** The cluster does not answer, or not for a part of the archive. */
export function away(cause: unknown): UserError {
  return new UserError(
    'archive-unreachable',
    'The archive is not reachable just now.',
    'Please try again in a minute.',
    { cause },
  );
}

/** Whether the same may work a little later. */
export function isForNow(error: unknown): error is UserError {
  return error instanceof UserError && ['archive-unreachable', 'archive-busy'].includes(error.code);
}

/** Errors that say nothing of the request, but of the cluster, in words for people. */
function readable(error: unknown): unknown {
  const status = statusOf(error);
  if (status === 429 || error instanceof PartRefused) return busy(error);
  if (status === 401 || status === 403) {
    return new UserError(
      'search-refused',
      'The search cluster does not let Clippings in.',
      'Whoever runs it checks SEARCH_USER and SEARCH_PASSWORD.',
      { cause: error },
    );
  }
  const isAway =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    (status !== null && status >= 502 && status <= 504);
  return isAway ? away(error) : error;
}

function readCertificates(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(
      'ca-file-unreadable',
      `The certificates in ${file} cannot be read.`,
      'Correct SEARCH_CA_FILE: it names a file in PEM format.',
      { cause: error },
    );
  }
}
