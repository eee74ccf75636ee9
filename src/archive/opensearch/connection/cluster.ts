import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Client } from '@opensearch-project/opensearch';
import type { z } from 'zod';
import { UserError } from '../../../user-error.js';
import { away, blockOf, PartRefused, readable, statusOf } from './cluster-errors.js';
import { NodePools } from './node-pool.js';

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

/** To see whether anybody answers at all: an operator waits, and has done nothing wrong yet. */
export function greeting(nodes: number): Patience {
  return { requestTimeout: 4_000, maxRetries: nodes - 1 };
}

/** A member waits for the answer: a slow node is given up early, and another one asked. */
export const IMPATIENT: Patience = { requestTimeout: 4_000, maxRetries: 2 };

/**
 * How often a request is tried if a queue is full or a shard is moving, and the first pause in milliseconds.
 * The pause doubles each time.
 */
const FULL_TRIES = 5;
const FULL_PAUSE = 150;

/** The connection to a cluster. When the cluster is away or refuses us, its errors are written for people. */
export class Cluster {
  readonly #client: Client;
  readonly #pools: NodePools;

  /**
   * @param tell is given a line when a node stops answering, and when it answers again
   * @throws UserError `ca-file-unreadable`
   */
  constructor({ nodes, user, password, caFile }: ClusterAddress, tell: (line: string) => void = () => {}) {
    this.#pools = new NodePools(tell);
    this.#client = new Client({
      nodes: [...nodes],
      ConnectionPool: this.#pools.Pool,
      ...(user === null ? {} : { auth: { username: user, password: password ?? '' } }),
      ...(caFile === null ? {} : { ssl: { ca: readCertificates(caFile) } }),
    });
  }

  /**
   * Sends a request and parses the response. Refuses at once while all nodes are known not to answer.
   * @throws UserError `archive-unreachable` when no node answers in time, `archive-busy` when their queues
   * are full, `search-refused` when they do not let us in
   */
  async ask<T>(
    schema: z.ZodType<T>,
    send: (client: Client, patience: Patience) => PromiseLike<{ body: unknown }>,
    patience: Patience = PATIENT,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      if (this.#pools.isAway) throw away(new Error('no node answers'));
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
    this.#pools.close();
    await this.#client.close();
  }
}

function isFull(error: unknown): boolean {
  return statusOf(error) === 429 && blockOf(error) === null;
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
