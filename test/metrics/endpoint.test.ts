import { afterEach, describe, expect, test } from 'vitest';
import type { Condition } from '../../src/metrics/condition.js';
import { type Endpoint, openEndpoint } from '../../src/metrics/endpoint.js';
import { Metrics } from '../../src/metrics/metrics.js';

const WELL: Condition = {
  archive: { isOpen: true, articles: 5, passages: 60 },
  shards: [
    { shard: 0, isConnected: true, ping: 42 },
    { shard: 1, isConnected: true, ping: null },
  ],
  shardCount: 4,
};

const open: Endpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.stop();
});

async function start(condition: () => Promise<Condition> = async () => WELL, metrics = new Metrics()) {
  const endpoint = await openEndpoint({ host: '127.0.0.1', port: 0, metrics, condition });
  open.push(endpoint);
  return endpoint;
}

/** The samples, by name with labels. */
async function samples({ address }: Endpoint): Promise<Map<string, number>> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, name = '', value] = /^(\S+?(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
      return [name, Number(value)];
    }),
  );
}

describe('/healthz', () => {
  test('answers 200, with how the parts are doing, when all is well', async () => {
    const { address } = await start();
    const response = await fetch(`${address}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ healthy: true, reasons: [], ...WELL });
  });

  test('answers 503 with the reasons otherwise', async () => {
    const { address } = await start(async () => ({ archive: null, shards: [], shardCount: null }));
    const response = await fetch(`${address}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ healthy: false, reasons: ['the archive is being opened'] });
  });
});

describe('/metrics', () => {
  test('is in the format that Prometheus reads', async () => {
    const { address } = await start();
    const response = await fetch(`${address}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await response.text()).toMatch(
      /^# HELP clippings_questions_total .*\n# TYPE clippings_questions_total counter$/m,
    );
  });

  test('counts questions by how they ended, and times those that were answered', async () => {
    const metrics = new Metrics();
    const endpoint = await start(async () => WELL, metrics);
    metrics.question('answered', 0.03);
    metrics.question('unanswered', 0.2);
    metrics.question('busy', 20);
    const found = await samples(endpoint);
    expect(found.get('clippings_questions_total{outcome="answered"}')).toBe(1);
    expect(found.get('clippings_questions_total{outcome="busy"}')).toBe(1);
    expect(found.get('clippings_questions_total{outcome="fault"}')).toBe(0);
    expect(found.get('clippings_answer_seconds_bucket{le="0.05"}')).toBe(1);
    expect(found.get('clippings_answer_seconds_count')).toBe(2);
  });

  test('counts digests and feeds', async () => {
    const metrics = new Metrics();
    const endpoint = await start(async () => WELL, metrics);
    metrics.digest('sent');
    metrics.digest('failed');
    metrics.feedPoll({ isRead: true, added: 3 });
    metrics.feedPoll({ isRead: false, added: 0 });
    const found = await samples(endpoint);
    expect(found.get('clippings_digests_total{outcome="sent"}')).toBe(1);
    expect(found.get('clippings_digests_total{outcome="failed"}')).toBe(1);
    expect(found.get('clippings_feed_polls_total{outcome="read"}')).toBe(1);
    expect(found.get('clippings_feed_polls_total{outcome="failed"}')).toBe(1);
    expect(found.get('clippings_feed_articles_total')).toBe(3);
  });

  test('tells how the archive and each shard are doing now, and forgets shards that went', async () => {
    let condition = WELL;
    const endpoint = await start(async () => condition);
    const before = await samples(endpoint);
    expect(before.get('clippings_archive_open')).toBe(1);
    expect(before.get('clippings_archive_articles')).toBe(5);
    expect(before.get('clippings_archive_passages')).toBe(60);
    expect(before.get('clippings_gateway_shards')).toBe(4);
    expect(before.get('clippings_gateway_connected{shard="1"}')).toBe(1);
    expect(before.get('clippings_gateway_ping_seconds{shard="0"}')).toBe(0.042);
    expect(before.has('clippings_gateway_ping_seconds{shard="1"}')).toBe(false);
    condition = { archive: null, shards: [{ shard: 0, isConnected: false, ping: null }], shardCount: 4 };
    const after = await samples(endpoint);
    expect(after.get('clippings_archive_open')).toBe(0);
    expect(after.get('clippings_gateway_connected{shard="0"}')).toBe(0);
    expect([...after.keys()].filter((name) => name.includes('shard='))).toHaveLength(1);
  });

  test('tells of the process and its event loop', async () => {
    const found = await samples(await start());
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(found.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });
});

describe('other requests', () => {
  test.each([
    ['GET', '/', 404],
    ['GET', '/metrics/../etc', 404],
    ['POST', '/metrics', 405],
  ])('%s %s is answered %i', async (method, path, status) => {
    const { address } = await start();
    expect((await fetch(address + path, { method })).status).toBe(status);
  });

  test('a condition that cannot be told is an error, not the end', async () => {
    const { address } = await start(async () => {
      throw new Error('no condition');
    });
    expect((await fetch(`${address}/healthz`)).status).toBe(500);
    expect((await fetch(`${address}/`)).status).toBe(404);
  });
});

describe('where it cannot listen, it says so', () => {
  test('naming the port that another program uses', async () => {
    const { address } = await start();
    const port = Number(new URL(address).port);
    const opening = openEndpoint({
      host: '127.0.0.1',
      port,
      metrics: new Metrics(),
      condition: async () => WELL,
    });
    await expect(opening).rejects.toMatchObject({
      code: 'metrics-port',
      message: `The metrics cannot be served at port ${port} of 127.0.0.1: another program uses it.`,
      hint: expect.stringContaining('METRICS_PORT'),
    });
  });

  test('naming an address that is not of this machine', async () => {
    const opening = openEndpoint({
      host: '192.0.2.1',
      port: 0,
      metrics: new Metrics(),
      condition: async () => WELL,
    });
    await expect(opening).rejects.toMatchObject({ message: expect.stringContaining('192.0.2.1') });
  });
});
