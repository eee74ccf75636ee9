import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import { openArchive, type Progress, type SyncedArchive } from '../../src/archive/open-archive.js';
import type { PassageHit } from '../../src/archive/passage-index.js';
import { indexTerms } from '../../src/text/analyser.js';

const PROCESS = fileURLToPath(new URL('./opening-process.ts', import.meta.url));

let folder: string;
let articlesFolder: string;
let indexFolder: string;
let snapshot: string;
let progress: Progress[];
let notices: string[];
const opened: SyncedArchive[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-'));
  articlesFolder = join(folder, 'articles');
  indexFolder = join(folder, 'index');
  snapshot = join(indexFolder, 'archive.snapshot');
  await mkdir(articlesFolder);
  await put('vote.txt', 'Parliament voted on Sunday to expel U.S. troops from Iraq.');
  await put('oil.txt', 'The price of oil rose after the vote.');
  await put('funeral.txt', 'Thousands of mourners filled the streets of Baghdad.');
});
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close();
  await rm(folder, { recursive: true });
});

/** Writes an article as it was left a minute ago. */
async function put(file: string, content: string): Promise<void> {
  await writeFile(join(articlesFolder, file), content);
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await utimes(join(articlesFolder, file), aMinuteAgo, aMinuteAgo);
}

async function open(options: { rebuild?: boolean } = {}): Promise<SyncedArchive> {
  progress = [];
  notices = [];
  const archive = await openArchive({
    articlesFolder,
    indexFolder,
    ...options,
    onProgress: (step) => progress.push(step),
    onNotice: (line) => notices.push(line),
  });
  opened.push(archive);
  return archive;
}

function search(archive: Archive, question: string): Promise<readonly PassageHit[]> {
  return archive.search({ terms: indexTerms(question).map((term) => ({ term, weight: 1 })), limit: 10 });
}

async function found(archive: Archive, question: string): Promise<string[]> {
  return (await search(archive, question)).map((hit) => hit.passage.article);
}

function names(archive: Archive): string[] {
  return archive.articles().map((article) => article.id);
}

describe('the first start', () => {
  it('builds the index from every article, and says how far it is', async () => {
    const archive = await open();
    expect(names(archive).sort()).toEqual(['funeral', 'oil', 'vote']);
    expect(await found(archive, 'troops in Iraq')).toEqual(['vote']);
    expect(progress.map(({ done }) => done)).toEqual([1, 2, 3]);
    expect(progress[0]).toEqual({ work: 'Building the index', done: 1, total: 3 });
    expect(notices).toEqual([]);
  });

  it('saves the index in one file', async () => {
    await open();
    expect(await readdir(indexFolder)).toEqual(['archive.snapshot']);
  });
});

describe('a later start', () => {
  it('reads no article again when none has changed, and answers the same', async () => {
    const before = await open();
    const after = await open();
    expect(progress).toEqual([]);
    expect(await search(after, 'vote oil Baghdad')).toEqual(await search(before, 'vote oil Baghdad'));
    expect(await after.article('vote')).toEqual(await before.article('vote'));
    expect(after.articles()).toEqual(before.articles());
  });

  it('does not write the index when nothing has changed', async () => {
    await open();
    const { ino } = await stat(snapshot);
    await open();
    expect((await stat(snapshot)).ino).toBe(ino);
  });

  it('reads only what is new, changed or gone, and answers as if built anew', async () => {
    await open();
    await put('oil.txt', 'Oil fell again.');
    await put('talks.txt', 'Talks about troops began in Baghdad.');
    await rm(join(articlesFolder, 'funeral.txt'));
    const updated = await open();
    expect(progress.at(-1)).toEqual({ work: 'Updating the index', done: 2, total: 2 });
    expect(names(updated).sort()).toEqual(['oil', 'talks', 'vote']);
    const rebuilt = await open({ rebuild: true });
    for (const question of ['vote oil', 'Baghdad troops', 'mourners']) {
      expect(await search(updated, question)).toEqual(await search(rebuilt, question));
    }
  });

  it('saves what it updated', async () => {
    await open();
    await put('oil.txt', 'Oil fell again.');
    await open();
    const archive = await open();
    expect(progress).toEqual([]);
    expect(await found(archive, 'fell')).toEqual(['oil']);
  });

  it('saves it also when it is little beside the rest of the archive', async () => {
    for (let number = 0; number < 60; number++)
      await put(`${number}.txt`, `Report ${number} of the harvest.`);
    await open();
    await put('oil.txt', 'Oil fell again.');
    await open();
    expect(progress).toHaveLength(1);
    const archive = await open();
    expect(progress).toEqual([]);
    expect(archive.isSaved).toBe(true);
  });

  it('saves that a file was touched, and reads it no more', async () => {
    await open();
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(articlesFolder, 'oil.txt'), anHourAgo, anHourAgo);
    await open();
    expect(progress).toHaveLength(1);
    await open();
    expect(progress).toEqual([]);
  });

  it('sees a change of the same length in the same instant', async () => {
    const path = join(articlesFolder, 'oil.txt');
    await writeFile(path, 'The price of oil rose.');
    const { atime, mtime } = await stat(path);
    await open();
    await writeFile(path, 'The price of oil fell.');
    await utimes(path, atime, mtime);
    expect(await found(await open(), 'fell')).toEqual(['oil']);
  });

  it('takes the article of another file of the same name in place of the one before', async () => {
    await open();
    await put('vote.html', '<article><p>Parliament voted on Monday to keep its borders open.</p></article>');
    const archive = await open();
    expect(archive.problems.map(({ file }) => file)).toEqual(['vote.txt']);
    expect((await archive.article('vote'))?.file).toBe('vote.html');
    expect(await found(archive, 'troops')).toEqual([]);
    expect(await found(archive, 'borders')).toEqual(['vote']);
  });

  it('builds anew on demand', async () => {
    await open();
    await open({ rebuild: true });
    expect(progress).toHaveLength(3);
  });
});

describe('a saved index that is of no use', () => {
  it('is rebuilt with one line when it is damaged', async () => {
    await open();
    const bytes = await readFile(snapshot);
    bytes.fill('x', bytes.length - 300, bytes.length - 296);
    await writeFile(snapshot, bytes);
    expect(await found(await open(), 'troops')).toEqual(['vote']);
    expect(notices).toEqual(['The index was damaged; rebuilding it from 3 articles.']);
    await open();
    expect(notices).toEqual([]);
  });

  it('is mended with one line when the text of an article is damaged', async () => {
    const before = await (await open()).article('vote');
    const bytes = await readFile(snapshot);
    bytes.fill('x', bytes.indexOf('to expel'), bytes.indexOf('to expel') + 4);
    await writeFile(snapshot, bytes);
    const archive = await open();
    const asked = await Promise.all([1, 2, 3].map(() => archive.article('vote')));
    expect(asked).toEqual([before, before, before]);
    expect(notices).toEqual(['The index was damaged; reading vote.txt again.']);
    expect(await found(archive, 'troops')).toEqual(['vote']);
    await archive.save();
    expect(await (await open()).article('vote')).toEqual(before);
    expect(notices).toEqual([]);
  });

  it('is rebuilt with one line when another version made it', async () => {
    await open();
    const content = await readFile(snapshot, 'latin1');
    await writeFile(snapshot, content.replace(/"version":"[^"]*"/, '"version":"0.9"'), 'latin1');
    expect(await found(await open(), 'troops')).toEqual(['vote']);
    expect(notices).toEqual(['The index was made by another version; rebuilding it from 3 articles.']);
  });
});

it('is read no more, once it is sure that a file that had just been written stayed as it was', async () => {
  await writeFile(join(articlesFolder, 'dam.txt'), 'The dam broke.');
  await open();
  await sleep(2_100);
  await open();
  await open();
  expect(progress).toEqual([]);
});

describe('a folder that cannot hold the index', () => {
  it('does not keep the archive from answering', async () => {
    await writeFile(indexFolder, 'a file where the folder should be');
    expect(await found(await open(), 'troops')).toEqual(['vote']);
    expect(notices).toEqual([
      'The index could not be read (ENOTDIR: not a directory); rebuilding it from 3 articles.',
      `The index could not be saved in ${indexFolder} (EEXIST: file already exists); the archive answers all the same.`,
    ]);
  });
});

describe('broken articles', () => {
  it('are named with the reason, and the rest goes in', async () => {
    await put('empty.txt', '');
    const archive = await open();
    expect(names(archive).sort()).toEqual(['funeral', 'oil', 'vote']);
    expect(archive.problems.map(({ file }) => file)).toEqual(['empty.txt']);
    expect(notices).toEqual([expect.stringContaining('empty.txt')]);
  });

  it('are counted when there are too many to name', async () => {
    for (let number = 10; number < 25; number++) await put(`${number}.txt`, '');
    expect((await open()).problems).toHaveLength(15);
    expect(notices).toHaveLength(11);
    expect(notices[0]).toContain('10.txt');
    expect(notices.at(-1)).toBe('Left out: 5 more files. All: npx clippings articles --broken');
  });

  it('are named at every start, and go in once they are mended', async () => {
    await put('empty.txt', '');
    await open();
    expect((await open()).problems).toHaveLength(1);
    await put('empty.txt', 'Not empty any more.');
    const archive = await open();
    expect(archive.problems).toEqual([]);
    expect(await found(archive, 'empty')).toEqual(['empty']);
  });

  it('leave the archive when they break later', async () => {
    await open();
    await put('vote.txt', '');
    const archive = await open();
    expect(await found(archive, 'troops')).toEqual([]);
    expect(archive.problems.map(({ file }) => file)).toEqual(['vote.txt']);
  });
});

describe('several processes', { timeout: 60_000 }, () => {
  function start(...more: string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, ['--import', 'tsx', PROCESS, articlesFolder, indexFolder, ...more]);
  }

  it('may start at once', async () => {
    const printed = await Promise.all([start(), start()].map((child) => text(child.stdout)));
    const hits = await search(await open(), 'troops in Iraq');
    expect(progress).toEqual([]);
    for (const line of printed) expect(JSON.parse(line)).toEqual({ hits, notices: [] });
    expect(await readdir(indexFolder)).toEqual(['archive.snapshot']);
  });

  it('may be killed at any moment', async () => {
    const children = [start('forever'), start('forever'), start('forever')];
    await Promise.all(children.map((child) => once(child.stdout, 'data')));
    for (const child of children) {
      await sleep(Math.random() * 30);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await found(await open(), 'troops in Iraq')).toEqual(['vote']);
      expect({ progress, notices }).toEqual({ progress: [], notices: [] });
    }
    expect(await readdir(indexFolder)).toEqual(['archive.snapshot']);
  });

  it('answer when the disk is full', async () => {
    // A limit on the size of files stands in for the disk: writing fails half-way, for real.
    const command = `ulimit -f 1; exec "$0" --import tsx "$@"`;
    for (let line = 0; line < 200; line++) await put(`${line}.txt`, `Troops marched ${line} miles.`);
    const child = spawn('sh', ['-c', command, process.execPath, PROCESS, articlesFolder, indexFolder]);
    const { hits, notices } = JSON.parse(await text(child.stdout));
    expect(hits).toHaveLength(10);
    expect(notices).toEqual([
      `The index could not be saved in ${indexFolder} (EFBIG: file too large); the archive answers all the same.`,
    ]);
    expect(await readdir(indexFolder)).toEqual([]);
  });
});
