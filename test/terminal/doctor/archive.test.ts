import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/open-archive.js';
import { checkCluster, checkIndex } from '../../../src/terminal/doctor/archive.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clippings-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the index', () => {
  it('is good when it holds articles', async () => {
    const archive = await openArchive({ articlesFolder: resolve('seeds'), indexFolder: folder });
    await archive.close();
    expect(await checkIndex(folder)).toEqual({ part: 'archive', state: 'good', words: '5 articles' });
  });

  it('is told of when it is damaged, or not there', async () => {
    expect(await checkIndex(folder)).toMatchObject({ state: 'note' });
    writeFileSync(join(folder, 'archive.snapshot'), 'no index');
    expect(await checkIndex(folder)).toMatchObject({
      state: 'note',
      hint: 'The next start builds it anew.',
    });
  });
});

describe('the cluster', () => {
  const settings = { user: null, password: null, caFile: null, name: 'clippings', shards: 1 };

  it('is wrong when nobody answers', async () => {
    const finding = await checkCluster({ ...settings, nodes: ['http://127.0.0.1:9'] });
    expect(finding).toMatchObject({
      part: 'cluster',
      state: 'wrong',
      hint: expect.stringContaining('SEARCH_URL'),
    });
  });

  it('is wrong when what answers is something else', async () => {
    const server = createServer((_, response) => response.end('{"hello":"world"}'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    // It listens on a port, not on a pipe.
    const { port } = server.address() as AddressInfo;
    const finding = await checkCluster({ ...settings, nodes: [`http://127.0.0.1:${port}`] });
    server.close();
    expect(finding).toMatchObject({ state: 'wrong' });
  });
});
