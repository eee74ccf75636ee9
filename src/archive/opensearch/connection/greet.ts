import { errors } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { UserError } from '../../../user-error.js';
import { type Cluster, type ClusterAddress, greeting } from './cluster.js';

const Info = z.object({ version: z.object({ distribution: z.literal('opensearch') }) });

/** What OpenSSL says when the other side does not speak TLS; its own words are for programmers. */
const NO_TLS = /EPROTO|wrong version number|SSL routines/i;

/** Returns the hosts of a cluster's nodes, without the rest of their addresses. */
export function hostsOf({ nodes }: ClusterAddress): string {
  return nodes.map((node) => (URL.canParse(node) ? new URL(node).host : node)).join(', ');
}

/**
 * Sees that an OpenSearch cluster answers, within seconds.
 * @throws UserError `search-unknown`, `search-unreachable`, or what the cluster refuses
 */
export async function greet(cluster: Cluster, address: ClusterAddress): Promise<void> {
  try {
    await cluster.ask(Info, (client, patience) => client.info({}, patience), greeting(address.nodes.length));
  } catch (error) {
    const where = hostsOf(address);
    if (!(error instanceof UserError)) throw stranger(where, error);
    if (error.code !== 'archive-unreachable') throw error;
    if (error.cause instanceof Error && NO_TLS.test(error.cause.message)) {
      throw new UserError(
        'search-unknown',
        `What answers at ${where} does not speak https.`,
        'If it speaks http, let SEARCH_URL begin with http://.',
      );
    }
    throw new UserError(
      'search-unreachable',
      `The search cluster at ${where} cannot be reached (${whyAway(error.cause)}).`,
      'See that it runs, and correct SEARCH_URL. For a certificate of your own, set SEARCH_CA_FILE.',
      { cause: error },
    );
  }
}

/** Makes the error for a server that answers, but not as OpenSearch does. */
function stranger(where: string, cause: unknown): UserError {
  const status = cause instanceof errors.ResponseError ? cause.statusCode : null;
  const said = status === null ? '' : ` (it answers with HTTP ${status})`;
  const wantsHttps = cause instanceof errors.ResponseError && /HTTPS port/i.test(String(cause.body));
  return new UserError(
    'search-unknown',
    wantsHttps
      ? `What answers at ${where} speaks https only.`
      : `What answers at ${where} is not OpenSearch${said}.`,
    wantsHttps ? 'Let SEARCH_URL begin with https://.' : 'Correct SEARCH_URL.',
    { cause },
  );
}

function whyAway(cause: unknown): string {
  if (cause instanceof errors.TimeoutError) return 'it takes connections, but does not answer';
  if (cause instanceof errors.ResponseError) return `HTTP ${cause.statusCode}`;
  return cause instanceof Error ? cause.message : 'no reason given';
}
