import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { WriteQueue } from '../../../src/archive/opensearch/write-queue.js';
import { bulkEntries } from './node-proxy.js';

/** What a cluster says that it holds of each article. */
const STANDING = { found: true, _seq_no: 1, _primary_term: 1, _source: { edition: 'first', passages: 1 } };

let server: Server;
let cluster: Cluster;
/** The ids of each bulk request. */
let asked: string[][];
/** What a cluster says of each write. */
let refusal: { readonly status: number; readonly error: { readonly type: string; readonly reason: string } };

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const body = await text(request);
    const answer = request.url?.startsWith('/_bulk')
      ? { items: refused(body) }
      : { docs: JSON.parse(body).ids.map(() => STANDING) };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  cluster = new Cluster({ nodes: [`http://127.0.0.1:${port}`], user: null, password: null, caFile: null });
});

afterEach(async () => {
  await cluster.close();
  await new Promise((resolve) => server.close(resolve));
});

function refused(body: string): object[] {
  const ids = bulkEntries(body).map(({ id }) => id);
  asked.push(ids);
  return ids.map((id) => ({ index: { _id: id, ...refusal } }));
}

function push(count: number): Promise<string>[] {
  const queue = new WriteQueue(cluster, { articles: 'a', passages: 'p' }, { patience: 300 });
  return Array.from({ length: count }, (_, number) =>
    queue.push({ id: `article-${number}`, removed: true }).then(
      () => 'written',
      (error) => error.code,
    ),
  );
}

it.each([
  [503, 'unavailable_shards_exception', 'archive-unreachable'],
  [429, 'rejected_execution_exception', 'archive-busy'],
])('tries a write again that is refused with %i (%s), and then says %s', async (status, type, code) => {
  refusal = { status, error: { type, reason: 'not now' } };
  expect(await Promise.all(push(1))).toEqual([code]);
  expect(asked.length).toBeGreaterThan(1);
});

it('does not let those wait that come after what could not be written', async () => {
  refusal = { status: 503, error: { type: 'unavailable_shards_exception', reason: 'not now' } };
  expect(new Set(await Promise.all(push(300)))).toEqual(new Set(['archive-unreachable']));
  expect(asked.flat()).toContain('article-0#0');
  expect(asked.flat()).not.toContain('article-299#0');
});
