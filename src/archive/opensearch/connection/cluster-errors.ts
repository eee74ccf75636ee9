import { errors } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { UserError } from '../../../user-error.js';

/**
 * Thrown when one of several requests that were sent together is refused, for example while a shard moves to
 * another node.
 */
export class PartRefused extends Error {
  override readonly name = 'PartRefused';
}

/** How the cluster names a block, such as the one that it sets itself when a disk is nearly full. */
export const BLOCK = 'cluster_block_exception';

const ErrorBody = z.object({ error: z.object({ type: z.string(), reason: z.string() }) });

/** Returns the HTTP status of an error response; null if there was no response. */
export function statusOf(error: unknown): number | null {
  return error instanceof errors.ResponseError ? error.statusCode : null;
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

/**
 * Makes the error for a cluster that answers but takes no writes until somebody frees its disks or lifts a block.
 * @param reason the cluster's own words, which name the block
 */
export function readOnly(reason: string): UserError {
  return new UserError(
    'archive-read-only',
    `The search cluster takes no writes just now (${reason.replace(/(?<![;.\s])[;.\s]+$/, '')}).`,
    'Whoever runs it frees disk space on its nodes, or lifts the block.',
  );
}

/** Whether the same request may work a little later. */
export function isForNow(error: unknown): error is UserError {
  return error instanceof UserError && ['archive-unreachable', 'archive-busy'].includes(error.code);
}

/** Translates errors that are about the cluster, not the request, into words for people. */
export function readable(error: unknown): unknown {
  const status = statusOf(error);
  const block = status === 403 || status === 429 ? blockOf(error) : null;
  if (block !== null) return readOnly(block);
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

/** Returns the block that an error response names; null if it is about something else. */
export function blockOf(error: unknown): string | null {
  if (!(error instanceof errors.ResponseError)) return null;
  const { data } = ErrorBody.safeParse(error.body);
  return data?.error.type === BLOCK ? data.error.reason : null;
}
