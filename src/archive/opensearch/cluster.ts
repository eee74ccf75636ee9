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
  /** File with certificates (PEM) to trust in addition to the well-known ones; null to trust only those. */
  readonly caFile: string | null;
}

/** How long one request may take. */
export interface Patience {
  /** Milliseconds for a node to answer; then the next one is asked. */
  readonly requestTimeout: number;
  /** The number of further nodes to ask. */
  readonly maxRetries: number;
}

/** For requests that nobody is waiting for. */
const PATIENT: Patience = { requestTimeout: 30_000, maxRetries: 3 };

/** A member waits for the answer: a slow node is given up early, and another one asked. */
export const IMPATIENT: Patience = { requestTimeout: 4_000, maxRetries: 2 };

/**
 * How often a request is tried if a queue is full or a shard is moving, and the first pause in milliseconds.
 * The pause doubles each time.
 */
const FULL_TRIES = 5;
const FULL_PAUSE = 150;

/**
 * Thrown when one of several requests that were sent together is refused, for example while a shard moves to
 * another node.
 */
export class PartRefused extends Error {
  override readonly name = 'PartRefused';
}

/** The connection to a cluster. When the cluster is away or refuses us, its errors are written for people. */
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
   * Sends a request and parses the response.
   * @throws UserError `archive-unreachable` when no node answers in time, `archive-busy` when their queues
   * are full, `search-refused` when they do not let us in
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

/** Returns the HTTP status of an error response; null if there was no response. */
export function statusOf(error: unknown): number | null {
  return error instanceof errors.ResponseError ? error.statusCode : null;
}

function isFull(error: unknown): boolean {
  return statusOf(error) === 429;
}

/** Makes the error for a cluster that is there but cannot take on more right now. */
export function busy(cause: unknown): UserError {
  return new UserError(
    'archive-busy',
    'The archive has too much to do just now.',
    'Please try again in a minute.',
    { cause },
  );
}

/** Makes the error for a cluster that does not answer, or not for a part of the archive. */
export function away(cause: unknown): UserError {
  return new UserError(
    'archive-unreachable',
    'The archive is not reachable just now.',
    'Please try again in a minute.',
    { cause },
  );
}

/** Whether the same request may work a little later. */
export function isForNow(error: unknown): error is UserError {
  return error instanceof UserError && ['archive-unreachable', 'archive-busy'].includes(error.code);
}

/** Translates errors that are about the cluster, not the request, into words for people. */
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
