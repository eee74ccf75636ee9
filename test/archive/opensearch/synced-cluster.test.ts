import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openArchive, type SyncedArchive } from '../../../src/archive/open-archive.js';
import { indexVersionOf } from '../../../src/archive/opensearch/index-version.js';
import { type ClusterSettings, openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { SyncedCluster } from '../../../src/archive/opensearch/synced-cluster.js';
import { Ingester } from '../../../src/ingest/ingester.js';
import { outcomeText } from '../../../src/terminal/rendering/outcome-text.js';
import { loopbackWeb } from '../../ingest/web-server.js';
import { ClusterStandIn, DISK_FULL } from './cluster-stand-in.js';

const soon = { timeout: 15_000, interval: 50 };
const TEXT =
  'The council of Hartwell said on Monday that the harbour bridge stays closed until the end of May.';

describe('a cluster whose disks are full', () => {
  let server: ClusterStandIn;
  let root: string;
  let settings: ClusterSettings;
  let told: string[];

  beforeEach(async () => {
    server = await ClusterStandIn.start();
    root = await mkdtemp(join(tmpdir(), 'clippings-full-'));
    await mkdir(join(root, 'articles'));
    settings = { nodes: [server.url], user: null, password: null, caFile: null, name: 'test', shards: 1 };
    told = [];
  });
  afterEach(async () => {
    await server.leave();
    await rm(root, { recursive: true });
  });

  const write = (name: string) => writeFile(join(root, 'articles', name), `${TEXT}\n`);

  function open(): Promise<SyncedArchive> {
    return openArchive({
      articlesFolder: join(root, 'articles'),
      indexFolder: join(root, 'index'),
      cluster: settings,
      onNotice: (line) => told.push(line),
    });
  }

  it('is opened all the same, with what it holds, and a line that names the block', async () => {
    await write('before.txt');
    await (await open()).close();
    server.block = DISK_FULL;
    await write('after.txt');
    const archive = await open();
    expect(archive.articles().map(({ id }) => id)).toEqual(['before']);
    expect(told).toEqual([expect.stringContaining(DISK_FULL)]);
    expect(told[0]).toContain('Questions are answered from what it holds');
    await archive.close();
  });

  it('is named when the whole of it takes no writes, instead of a wrong password', async () => {
    server.block = 'FORBIDDEN/6/cluster read-only (api)';
    server.isWholeBlocked = true;
    await write('after.txt');
    await (await open()).close();
    expect(told).toEqual([expect.stringContaining('FORBIDDEN/6/cluster read-only (api)')]);
  });

  it('gets the articles when it takes writes again, and says so', async () => {
    server.block = DISK_FULL;
    await write('waiting.txt');
    const archive = await openCluster(settings);
    const { articles: version } = indexVersionOf(settings.name);
    const path = join(root, 'index', 'test.cluster.json');
    const tell = (line: string): void => void told.push(line);
    const synced = new SyncedCluster(archive, [join(root, 'articles')], path, [], version, tell, false, 50);
    await synced.refresh();
    await synced.watch();
    expect(server.articles).toEqual([]);
    server.block = null;
    await vi.waitFor(() => expect(server.articles).toEqual(['waiting']), soon);
    await vi.waitFor(() => expect(told).toHaveLength(2), soon);
    expect(told[1]).toBe('The search cluster takes writes again.');
    await synced.close();
  });

  it('leaves what is added saved, not yet findable, and says why', async () => {
    const archive = await open();
    server.block = DISK_FULL;
    await writeFile(join(root, 'bridge.txt'), `${TEXT}\n`);
    const web = loopbackWeb();
    const ingester = new Ingester({ archive, folder: join(root, 'articles'), web, agent: 'Clippings' });
    const lines: string[] = [];
    for await (const outcome of ingester.add(join(root, 'bridge.txt'))) lines.push(outcomeText(outcome));
    expect(lines).toEqual([
      expect.stringMatching(
        /^Saved, not yet findable: .*takes no writes just now .*read-only-allow-delete block/,
      ),
    ]);
    server.block = null;
    await archive.refresh();
    expect(server.articles).toHaveLength(1);
    await web.close();
    await archive.close();
  });
});
