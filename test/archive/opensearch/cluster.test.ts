import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { type ClusterSettings, openCluster } from '../../../src/archive/opensearch/open-cluster.js';

const settings: ClusterSettings = {
  nodes: [],
  user: null,
  password: null,
  caFile: null,
  name: 'test',
  shards: 1,
};

it('names the search cluster that cannot be reached, and what to do', async () => {
  // Port 1 is nobody's on this machine.
  const notices: string[] = [];
  const opening = openCluster(
    { ...settings, nodes: ['http://127.0.0.1:1'] },
    { onNotice: (line) => notices.push(line) },
  );
  await expect(opening).rejects.toMatchObject({
    code: 'search-unreachable',
    message: expect.stringMatching(
      /^The search cluster at 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED/,
    ),
    hint: expect.stringContaining('SEARCH_URL'),
  });
  expect(notices).toEqual([]);
});

it('says so when what answers is something else', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"hello":"world"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  await expect(openCluster({ ...settings, nodes: [`http://127.0.0.1:${port}`] })).rejects.toMatchObject({
    code: 'search-unknown',
    message: `What answers at 127.0.0.1:${port} is not OpenSearch.`,
  });
  await new Promise((resolve) => server.close(resolve));
});
