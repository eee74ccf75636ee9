import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFolders } from '../../../src/archive/folders/watch-folders.js';
import { openArchive, type SyncedArchive } from '../../../src/archive/open-archive.js';
import { lacking } from '../../lacking.js';

let folder: string;
let articlesFolder: string;
let archive: SyncedArchive;
let notices: string[];

beforeEach(async () => {
  notices = [];
  folder = await mkdtemp(join(tmpdir(), 'clippings-watch-'));
  articlesFolder = join(folder, 'articles');
  await mkdir(articlesFolder);
  await put('vote.txt', 'Parliament voted on Sunday.');
  const onNotice = (line: string) => notices.push(line);
  archive = await openArchive({ articlesFolder, indexFolder: join(folder, 'index'), onNotice });
  await archive.watch();
});
afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

function put(file: string, text: string): Promise<void> {
  return writeFile(join(articlesFolder, file), text);
}

async function soon(labels: readonly string[]): Promise<void> {
  await vi.waitFor(
    () =>
      expect(
        archive
          .articles()
          .map(({ label }) => label)
          .sort(),
      ).toEqual(labels),
    10_000,
  );
}

describe('a watched folder', () => {
  it('shows what is dropped in, changed, renamed and removed', async () => {
    await put('oil.txt', 'Oil rose.');
    await soon(['Oil rose.', 'Parliament voted on Sunday.']);
    await put('oil.txt', 'Oil fell.');
    await soon(['Oil fell.', 'Parliament voted on Sunday.']);
    await rename(join(articlesFolder, 'oil.txt'), join(articlesFolder, 'prices.txt'));
    await vi.waitFor(async () => expect(await archive.article('prices')).toBeDefined(), 10_000);
    await rm(join(articlesFolder, 'vote.txt'));
    await soon(['Oil fell.']);
  });

  it('shows what comes in a folder of its own', async () => {
    await mkdir(join(articlesFolder, '2024-03'));
    await put('2024-03/talks.txt', 'Talks began.');
    await soon(['Parliament voted on Sunday.', 'Talks began.']);
    await put('2024-03/talks.txt', 'Talks ended.');
    await soon(['Parliament voted on Sunday.', 'Talks ended.']);
  });

  it.skipIf(lacking.links)(
    'refuses a link that leads out of it, and looks at nothing behind it',
    async () => {
      await mkdir(join(folder, 'outside'));
      await writeFile(join(folder, 'outside', 'secret.txt'), 'The password is open sesame.');
      await symlink(join(folder, 'outside', 'secret.txt'), join(articlesFolder, 'link.txt'));
      await symlink(join(folder, 'outside'), join(articlesFolder, 'linked'));
      await vi.waitFor(() => expect(notices).toHaveLength(2), 10_000);
      expect(notices.join()).toMatch(/link\.txt is a link that leads out.*linked is a link that leads out/);
      await put('oil.txt', 'Oil rose.');
      await soon(['Oil rose.', 'Parliament voted on Sunday.']);
    },
  );

  it('says once what is wrong with a broken file', async () => {
    await put('broken.md', '---\ntitle: x\nText.');
    await vi.waitFor(() => expect(notices).toHaveLength(1), 10_000);
    await put('oil.txt', 'Oil rose.');
    await soon(['Oil rose.', 'Parliament voted on Sunday.']);
    expect(notices).toEqual([expect.stringContaining('broken.md')]);
  });
});

describe('a watched folder that is taken away', () => {
  it('is told once, leaves its articles in the archive, and is followed when it is back', async () => {
    const aside = join(folder, 'aside');
    const told: string[] = [];
    const watch = watchFolders(
      [articlesFolder],
      () => archive.refresh(),
      (line) => told.push(line),
      50,
    );
    await watch.ready;
    await rename(articlesFolder, aside);
    await vi.waitFor(() => expect(told).toHaveLength(1), 10_000);
    expect(told[0]).toMatch(/no articles folder.*answers from what it has/);
    await soon(['Parliament voted on Sunday.']);
    await rename(aside, articlesFolder);
    await vi.waitFor(() => expect(told[1]).toBe('The articles can be taken in again.'), 10_000);
    await put('oil.txt', 'Oil rose.');
    await soon(['Oil rose.', 'Parliament voted on Sunday.']);
    expect(told).toHaveLength(2);
    await watch.close();
  });
});
