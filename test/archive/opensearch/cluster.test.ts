import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { type ClusterSettings, openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { ClusterStandIn } from './cluster-stand-in.js';

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

describe('a search address that leads elsewhere', () => {
  let server: ClusterStandIn;

  beforeEach(async () => {
    server = await ClusterStandIn.start();
  });
  afterEach(() => server.leave());

  function opening(address = server.url, onNotice: (line: string) => void = () => {}): Promise<unknown> {
    return openCluster({ ...settings, nodes: [address] }, { onNotice }).then(
      () => null,
      (error: unknown) => error,
    );
  }

  it.each([
    ['another service', { status: 200, body: '{"hello":"world"}' }, ''],
    ['a web page', { status: 200, body: '<html></html>', type: 'text/html' }, ''],
    ['JSON that is none', { status: 200, body: '<html>' }, ''],
    [
      'a web server without such a page',
      { status: 404, body: 'Not found', type: 'text/html' },
      ' (it answers with HTTP 404)',
    ],
    [
      'a web server that fails',
      { status: 500, body: 'Oops', type: 'text/plain' },
      ' (it answers with HTTP 500)',
    ],
    [
      'a web server that does not understand',
      { status: 400, body: 'Bad', type: 'text/html' },
      ' (it answers with HTTP 400)',
    ],
  ])('is told for %s', async (_what, behaviour, said) => {
    server.behaviour = behaviour;
    expect(await opening()).toMatchObject({
      name: 'UserError',
      code: 'search-unknown',
      message: `What answers at ${new URL(server.url).host} is not OpenSearch${said}.`,
      hint: 'Correct SEARCH_URL.',
    });
  });

  it('is told for http at a port for https, as nginx answers it', async () => {
    const body = '<center>The plain HTTP request was sent to HTTPS port</center>';
    server.behaviour = { status: 400, body, type: 'text/html' };
    expect(await opening()).toMatchObject({
      code: 'search-unknown',
      message: expect.stringMatching(/speaks https only\.$/),
      hint: 'Let SEARCH_URL begin with https://.',
    });
  });

  it('is told for https at a port for http, in words instead of OpenSSL’s', async () => {
    const address = server.url.replace('http:', 'https:');
    expect(await opening(address)).toMatchObject({
      code: 'search-unknown',
      message: `What answers at ${new URL(server.url).host} does not speak https.`,
      hint: expect.stringContaining('http://'),
    });
  });

  it('is told for a proxy whose cluster is gone', async () => {
    server.behaviour = { status: 503, body: 'no upstream', type: 'text/plain' };
    expect(await opening()).toMatchObject({
      code: 'search-unreachable',
      message: expect.stringContaining('(HTTP 503)'),
    });
  });

  it('is told for a server that takes connections and never answers, after a word about the wait', async () => {
    server.behaviour = 'hang';
    const told: string[] = [];
    expect(await opening(server.url, (line) => told.push(line))).toMatchObject({
      code: 'search-unreachable',
      message: expect.stringContaining('it takes connections, but does not answer'),
    });
    expect(told).toEqual([`Waiting for the search cluster at ${new URL(server.url).host} to answer.`]);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a cluster that answered once', () => {
  it('is not waited for while it is known not to answer, and is found again by itself', async () => {
    const server = await ClusterStandIn.start();
    const told: string[] = [];
    const cluster = new Cluster({ ...settings, nodes: [server.url] }, (line) => told.push(line));
    const patience = { requestTimeout: 200, maxRetries: 0 };
    const ask = () => cluster.ask(z.unknown(), (client) => client.count({}, patience), patience);
    await ask();
    server.behaviour = 'hang';
    await expect(ask()).rejects.toMatchObject({ code: 'archive-unreachable' });
    const counts = () => server.requests.filter((request) => request.includes('_count')).length;
    await vi.waitFor(
      async () => {
        const before = counts();
        await expect(ask()).rejects.toMatchObject({ code: 'archive-unreachable' });
        // Refused without asking.
        expect(counts()).toBe(before);
      },
      { timeout: 15_000, interval: 100 },
    );
    server.behaviour = null;
    await vi.waitFor(() => expect(told.at(-1)).toMatch(/answers again\.$/), {
      timeout: 15_000,
      interval: 50,
    });
    await ask();
    expect(told).toHaveLength(2);
    await cluster.close();
    await server.leave();
  });
});
