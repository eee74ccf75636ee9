import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { ask } from '../../../src/answer/ask.js';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { openArchive, type SyncedArchive } from '../../../src/archive/open-archive.js';
import type { ClusterSettings } from '../../../src/archive/opensearch/open-cluster.js';
import { readArticle } from '../../../src/articles/read-article.js';
import { builtMain } from '../../built.js';
import { describeOnCluster, settingsFor, writes } from './fixtures.js';
import { NodeProxy } from './node-proxy.js';

const run = promisify(execFile);
const project = join(import.meta.dirname, '..', '..', '..');
const soon = { timeout: 15_000, interval: 100 };

describeOnCluster('folders that are brought to a cluster', () => {
  let root: string;
  let cluster: ClusterSettings;
  let opened: SyncedArchive[];
  let changes = 0;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'clippings-followed-'));
    cluster = settingsFor();
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((archive) => archive.close()));
    await rm(root, { recursive: true });
  });

  /** As another machine would, with folders of its own. */
  async function open(
    machine: string,
    onRead: (total: number) => void = () => {},
    settings = cluster,
  ): Promise<SyncedArchive> {
    await mkdir(join(root, machine), { recursive: true });
    const archive = await openArchive({
      articlesFolder: join(root, machine),
      indexFolder: join(root, `${machine}-index`),
      cluster: settings,
      onProgress: ({ total }) => onRead(total),
    });
    opened.push(archive);
    return archive;
  }

  async function put(machine: string, name: string, text: string): Promise<void> {
    await mkdir(join(root, machine), { recursive: true });
    const file = join(root, machine, `${name}.txt`);
    await writeFile(file, `${text}\n`);
    // As if it had been there for a while: what was written just now is read twice.
    await utimes(file, 1_600_000_000, 1_600_000_000 + changes++);
  }

  function names(archive: SyncedArchive): string[] {
    return archive
      .articles()
      .map(({ id }) => id)
      .sort();
  }

  it('are read and sent once', async () => {
    await put('one', 'oil', 'The price of oil rose.');
    await put('one', 'vote', 'Parliament voted.');
    const first = await open('one');
    expect(names(first)).toEqual(['oil', 'vote']);
    const before = await writes(cluster);
    const read = vi.fn();
    expect(names(await open('one', read))).toEqual(['oil', 'vote']);
    expect(read).not.toHaveBeenCalled();
    // Without its notes a machine reads its files again, but sends nothing.
    await rm(join(root, 'one-index'), { recursive: true });
    await open('one', read);
    expect(read).toHaveBeenCalledWith(2);
    expect(await writes(cluster)).toBe(before);
  });

  it('are quoted by machines that do not have them', async () => {
    await put('one', 'oil', 'The price of oil rose to 70 dollars on Sunday.');
    await open('one');
    const other = await open('other');
    const answer = await ask(other, 'What did the price of oil rise to?');
    expect(answer).toMatchObject({
      answered: true,
      snippets: [{ text: 'The price of oil rose to 70 dollars on Sunday.' }],
    });
  });

  it('take out only the articles that they brought', async () => {
    await put('one', 'oil', 'The price of oil rose.');
    await put('one', 'gold', 'The price of gold fell.');
    await put('two', 'vote', 'Parliament voted.');
    const one = await open('one');
    const two = await open('two');
    expect(names(two)).toEqual(['gold', 'oil', 'vote']);
    await rm(join(root, 'one', 'gold.txt'));
    await one.refresh();
    expect(names(await open('three'))).toEqual(['oil', 'vote']);
    await put('one', 'oil', 'The price of oil fell.');
    await one.refresh();
    const later = await open('three');
    expect((await later.article('oil'))?.paragraphs[0]?.text).toBe('The price of oil fell.');
  });

  it('are followed while the cluster comes and goes', async () => {
    const proxies = await Promise.all(inject('nodes').map((node) => NodeProxy.before(node)));
    const settings = { ...cluster, nodes: proxies.map(({ url }) => url) };
    const archive = await open('one', () => {}, settings);
    await archive.watch();
    await put('one', 'oil', 'The price of oil rose.');
    const find = (term: string) => archive.search({ terms: [{ term, weight: 1 }], limit: 1 });
    await vi.waitFor(async () => expect(await find('oil')).toHaveLength(1), soon);

    await Promise.all(proxies.map((proxy) => proxy.leave()));
    await expect(archive.check?.()).rejects.toMatchObject({ code: 'archive-unreachable' });
    await put('one', 'gold', 'The price of gold fell.');
    await vi.waitFor(async () => expect(await readdir(join(root, 'one'))).toContain('gold.txt'));
    await Promise.all(proxies.map((proxy) => proxy.comeBack()));
    await vi.waitFor(async () => expect(await find('gold')).toHaveLength(1), soon);
    await vi.waitFor(() => expect(archive.passageCount).toBe(2), soon);
    await archive.close();
    opened.pop();
    await Promise.all(proxies.map((proxy) => proxy.leave()));
  });

  it('give the answers that the embedded engine gives', async () => {
    const seeds = join(project, 'seeds');
    const files = (await readdir(seeds)).filter((file) => file.endsWith('.txt'));
    const articles = await Promise.all(
      files.map(async (file) => archiveArticle(readArticle(file, await readFile(join(seeds, file))))),
    );
    const embedded = await buildArchive(articles);
    const archive = await openArchive({ articlesFolder: seeds, indexFolder: join(root, 'index'), cluster });
    opened.push(archive);
    const { answerable, unanswerable } = JSON.parse(
      await readFile(join(project, 'test/questions/seeds.json'), 'utf8'),
    );
    const questions: string[] = [...answerable, ...unanswerable].map(({ question }) => question);
    expect(questions.length).toBeGreaterThan(100);
    for (const question of questions.filter((_, number) => number % 4 === 0))
      expect(await ask(archive, question)).toEqual(await ask(embedded, question));
    await embedded.close();
  });

  it('are what `clippings ask` answers from with SEARCH_URL', async () => {
    const { stdout } = await run(
      process.execPath,
      [builtMain(), 'ask', '--json', 'How many U.S. troops are in Iraq?'],
      {
        cwd: root,
        env: {
          ...process.env,
          SEARCH_URL: inject('nodes').join(','),
          SEARCH_INDEX: cluster.name,
          ARTICLES_FOLDER: join(project, 'seeds'),
          INDEX_FOLDER: join(root, 'index'),
        },
      },
    );
    const answer = JSON.parse(stdout);
    expect(answer.answered).toBe(true);
    expect(answer.snippets[0].text).toMatch(/5,\d00/);
    expect(await writes(cluster)).toBeGreaterThan(0);
  });
});
