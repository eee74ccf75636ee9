import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/archive/open-archive.js';
import type { Listener } from '../../src/service/archive-service.js';
import { ArchiveServiceClient } from '../../src/service/archive-service-client.js';
import { type ArchiveServiceSettings, openArchiveService } from '../../src/service/open-archive-service.js';
import { UserError } from '../../src/user-error.js';
import { ClusterStandIn } from '../archive/opensearch/cluster-stand-in.js';
import { REPORT } from '../ingest/fixtures.js';
import { newsPage } from '../ingest/pages.js';
import { WebServer } from '../ingest/web-server.js';
import { mortalThread } from './mortal-thread-url.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const SOLDIERS = 'How many U.S. soldiers are there in Iraq?';
/** Megabytes: enough for a few articles, and soon used up. */
const HEAP = 400;

let settings: ArchiveServiceSettings;
let folder: string;
let orders: BroadcastChannel;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-service-'));
  orders = new BroadcastChannel('mortal-thread');
});
afterAll(async () => {
  orders.close();
  for (const each of open) await each.close();
  await rm(folder, { recursive: true });
});

/** Keeps what it is told. */
class Notes implements Listener {
  readonly steps: Progress[] = [];
  readonly notices: string[] = [];
  readonly warnings: string[] = [];
  readonly faults: unknown[] = [];
  readonly progress = (step: Progress) => void this.steps.push(step);
  readonly notice = (line: string) => void this.notices.push(line);
  readonly info = () => {};
  readonly warn = (line: string) => void this.warnings.push(line);
  readonly fault = (error: unknown) => void this.faults.push(error);
  readonly polled = () => {};
}

let notes: Notes;
let service: ArchiveServiceClient;

/** Opens it over a folder of its own with the articles that ship, and one that is broken. */
async function begin(name: string): Promise<void> {
  const articlesFolder = join(folder, name);
  settings = {
    articlesFolder,
    indexFolder: join(folder, `${name}-index`),
    storeUrl: `file:${join(folder, `${name}.db`)}`,
    storeAuthToken: null,
    agent: 'Clippings',
    version: 'test',
  };
  await cp(resolve('seeds'), articlesFolder, { recursive: true });
  await write('broken.md', '---\ntitle: x\nText.\n');
  notes = new Notes();
  service = await ArchiveServiceClient.open(settings, notes, { entry, heap: HEAP });
  open.push(service);
}

function write(name: string, text: string): Promise<void> {
  return writeFile(join(settings.articlesFolder, name), text);
}

async function articleCount(): Promise<number> {
  return (await service.overview()).articles;
}

/** As an outcome: what went wrong, or the answer. */
function outcomeOfAsking(): Promise<unknown> {
  return service.ask(SOLDIERS).catch((error: unknown) => error);
}

const entry = mortalThread();

const patiently = { timeout: 100_000, interval: 50 };

describe('an archive service in a thread of its own', () => {
  beforeAll(() => begin('calm'));

  it('tells of its progress, and what the operator should know', () => {
    expect(notes.steps.at(-1)).toEqual({ work: 'Building the index', done: 6, total: 6 });
    expect(notes.notices).toEqual([expect.stringMatching(/^Left out: .*broken\.md/)]);
  });

  it('says what one in the same thread says', async () => {
    const local = await openArchiveService(settings, new Notes());
    open.push(local);
    const day = 'days,2020-01-05,2020-01-05';
    expect(await service.ask(SOLDIERS)).toMatchObject({ answered: true });
    expect(await service.ask(SOLDIERS)).toEqual(await local.ask(SOLDIERS));
    expect(await service.ask('And why?', { previous: SOLDIERS, top: 1 })).toEqual(
      await local.ask('And why?', { previous: SOLDIERS, top: 1 }),
    );
    expect(await service.digest(day)).toEqual(await local.digest(day));
    expect(await service.overview()).toEqual(await local.overview());
    expect(await service.newest(0, 3)).toEqual(await local.newest(0, 3));
    expect(await service.lookUp('guardian', 5)).toEqual(await local.lookUp('guardian', 5));
    const id = (await local.newest(0, 1)).articles[0]?.id ?? '';
    expect(await service.article(id)).toEqual(await local.article(id));
    expect(await service.article('gone')).toBeNull();
  });

  it('fails as one in the same thread: an error for people is one on this side too', async () => {
    const tooLong = service.ask('Why? '.repeat(1_000));
    await expect(tooLong).rejects.toBeInstanceOf(UserError);
    await expect(tooLong).rejects.toMatchObject({ code: 'question-long', hint: expect.any(String) });
    const ours = service.digest('no period');
    await expect(ours).rejects.not.toBeInstanceOf(UserError);
    await expect(ours).rejects.toMatchObject({
      message: 'There is no period no period',
      stack: expect.stringContaining('DigestCache'),
    });
  });

  it('adds pages and follows feeds', async () => {
    const server = await WebServer.start({ '/bridge': newsPage() });
    server.put(
      '/feed',
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Port News</title><item><title>Bridge</title>
      <link>${server.url('/bridge')}</link></item></channel></rss>`,
    );
    try {
      const added = await service.addPage(server.url('/bridge'));
      expect(added).toMatchObject({ kind: 'added', article: { publisher: 'The Port Gazette' } });
      expect(await service.addFeed(server.url('/feed'))).toEqual({ name: 'Port News', read: 0, refused: 0 });
      await expect(service.addFeed(server.url('/feed'))).rejects.toMatchObject({ code: 'feed-known' });
      await expect(service.addPage('file:///etc/passwd')).rejects.toBeInstanceOf(UserError);
      expect(await service.ask('How many drivers use the harbour bridge every day?')).toMatchObject({
        answered: true,
      });
    } finally {
      await server.stop();
    }
  });

  it('takes in what is put into its folder, and answers meanwhile', async () => {
    const [before, added] = [await articleCount(), 150];
    for (let number = 0; number < added; number++) {
      await write(`report-${number}.txt`, `${REPORT.join('\n\n')}\n\nThis was meeting number ${number}.\n`);
    }
    /** How many articles there were after each answer. */
    const counts: number[] = [];
    await vi.waitFor(
      async () => {
        expect(await service.ask(SOLDIERS)).toMatchObject({ answered: true });
        counts.push(await articleCount());
        expect(counts.at(-1)).toBe(before + added);
      },
      { ...patiently, interval: 5 },
    );
    expect(counts.filter((count) => count > before && count < before + added)).not.toEqual([]);
  });

  it('tells of a fault that nobody waits to hear of, and lives on', async () => {
    orders.postMessage('a promise fails');
    await vi.waitFor(() => expect(notes.faults).toHaveLength(1), patiently);
    expect(notes.faults[0]).toMatchObject({ message: 'nobody waits for this', stack: expect.any(String) });
    expect(await service.ask(SOLDIERS)).toMatchObject({ answered: true });
  });

  it('answers nothing any more when it is closed', async () => {
    await service.close();
    await expect(service.ask(SOLDIERS)).rejects.toMatchObject({ code: 'service-closed' });
    expect(notes.warnings).toEqual([]);
  });

  it('does not open over a folder that is not there', async () => {
    const nowhere = { ...settings, articlesFolder: join(folder, 'nowhere') };
    await expect(ArchiveServiceClient.open(nowhere, notes, { entry })).rejects.toMatchObject({
      name: 'UserError',
      code: 'articles-folder',
    });
  });
});

describe('a thread that dies', () => {
  beforeAll(() => begin('mortal'));

  it.each([
    ['by an error', /a bug/],
    ['by leaving', /status 3/],
    ['of too little memory', new RegExp(`${HEAP} MB .* not enough.*--max-old-space-size`)],
  ])('%s is started again: whoever waits is told to ask again', async (death, reason) => {
    const warned = notes.warnings.length;
    orders.postMessage(death);
    const outcomes: unknown[] = [];
    await vi.waitFor(async () => {
      outcomes.push(...(await Promise.all(Array.from({ length: 5 }, outcomeOfAsking))));
      expect(service.isOpen).toBe(false);
    }, patiently);
    const refused = outcomes.filter((outcome) => outcome instanceof Error);
    for (const error of refused) {
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ code: 'service-closed', hint: 'Please ask again in a minute.' });
    }
    expect(refused).not.toEqual([]);
    await vi.waitFor(() => expect(service.isOpen).toBe(true), patiently);
    expect(await service.ask(SOLDIERS)).toMatchObject({ answered: true });
    expect(notes.warnings.slice(warned)).toEqual([expect.stringMatching(reason)]);
    expect(notes.faults).toEqual([]);
  });

  it('loses nothing: what came before its death and after it is there', async () => {
    await write('before.txt', REPORT.join('\n\n'));
    await vi.waitFor(async () => expect(await articleCount()).toBe(6), patiently);
    orders.postMessage('by leaving');
    await vi.waitFor(() => expect(service.isOpen).toBe(false), patiently);
    await write('meanwhile.txt', 'The orchard at Hartwell grew 80 tonnes of apples this year.');
    await vi.waitFor(async () => expect(await articleCount()).toBe(7), patiently);
  });

  it('is tried again until it can be opened', async () => {
    const warned = notes.warnings.length;
    const elsewhere = join(folder, 'elsewhere');
    await rename(settings.articlesFolder, elsewhere);
    orders.postMessage('by leaving');
    await vi.waitFor(() => expect(notes.warnings).toHaveLength(warned + 2), patiently);
    expect(notes.warnings.at(-1)).toMatch(/cannot be opened.*no articles folder.*tried again/);
    await expect(service.ask(SOLDIERS)).rejects.toMatchObject({ code: 'service-closed' });
    await rename(elsewhere, settings.articlesFolder);
    await vi.waitFor(() => expect(service.isOpen).toBe(true), patiently);
    expect(await service.ask(SOLDIERS)).toMatchObject({ answered: true });
  });

  it('stays away when it is closed before it is open again', async () => {
    orders.postMessage('by leaving');
    await vi.waitFor(() => expect(service.isOpen).toBe(false), patiently);
    const warned = notes.warnings.length;
    await service.close();
    await expect(service.ask(SOLDIERS)).rejects.toMatchObject({ code: 'service-closed' });
    expect(notes.warnings).toHaveLength(warned);
  });
});

it('waits for a cluster that is away when it starts, and tells so once', async () => {
  const cluster = await ClusterStandIn.start();
  await cluster.leave();
  const articlesFolder = join(folder, 'early');
  await cp(resolve('seeds'), articlesFolder, { recursive: true });
  const early: ArchiveServiceSettings = {
    articlesFolder,
    indexFolder: join(folder, 'early-index'),
    storeUrl: `file:${join(folder, 'early.db')}`,
    storeAuthToken: null,
    agent: 'Clippings',
    version: 'test',
    cluster: { nodes: [cluster.url], user: null, password: null, caFile: null, name: 'early', shards: 1 },
  };
  const told = new Notes();
  const opening = ArchiveServiceClient.open(early, told, { entry });
  await vi.waitFor(() => expect(told.warnings).not.toEqual([]), patiently);
  await cluster.comeBack();
  const opened = await opening;
  expect((await opened.overview()).articles).toBe(5);
  expect(told.warnings).toEqual([
    expect.stringMatching(
      /^The search cluster at .* cannot be reached .*It is tried again until it works\.$/,
    ),
  ]);
  await opened.close();
  await cluster.leave();
});
