import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findNamesakes,
  listArticleFiles,
  type Problem,
  readArticleBytes,
  readArticleBytesNow,
} from '../../src/articles/articles-folder.js';
import { readArticle } from '../../src/articles/read-article.js';
import { UserError } from '../../src/user-error.js';
import { lacking } from '../lacking.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-articles-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

/** Reads a file with patience and at once: both give the same bytes, or the same error. */
async function bytesOf(below: string, file: string): Promise<Uint8Array> {
  const outcomeOf = async (read: () => Uint8Array | Promise<Uint8Array>) => {
    try {
      return await read();
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  };
  const outcome = await outcomeOf(() => readArticleBytes(below, file));
  const atOnce = await outcomeOf(() => readArticleBytesNow(below, file));
  expect(atOnce).toEqual(outcome);
  if (outcome instanceof UserError) throw outcome;
  return outcome;
}

async function readFolder() {
  const articles: string[] = [];
  const problems: Problem[] = [];
  for (const { file } of await listArticleFiles(folder)) {
    try {
      articles.push(readArticle(file, await bytesOf(folder, file)).id);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push({ file, error });
    }
  }
  return { articles, problems };
}

describe('an articles folder', () => {
  it('is read with its subfolders, in the order of the paths, without hidden files and READMEs', async () => {
    write('b.txt', 'They left.');
    write('a/vote.txt', 'They voted.');
    write('c/vote.txt', 'They voted again.');
    write('README.md', 'About this folder.');
    write('a/readme.md', 'About this folder.');
    write('.hidden.txt', 'Nothing.');
    write('.git/x.txt', 'Nothing.');
    const { articles, problems } = await readFolder();
    expect(articles).toEqual(['a/vote', 'b', 'c/vote']);
    expect(problems).toEqual([]);
  });

  it.skipIf(lacking.links)(
    'may hold broken files: each is named with its reason, and the rest is read',
    async () => {
      write('binary.txt', Uint8Array.from([0, 1, 2, 3]));
      write('empty.txt', '');
      write('front.md', '---\npublished: yesterday\n---\nThey voted.');
      write('good.txt', 'They voted.');
      write('huge.txt', '');
      truncateSync(path.join(folder, 'huge.txt'), 50 * 1024 * 1024);
      write('latin.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]));
      symlinkSync('nowhere', path.join(folder, 'link.txt'));
      write('picture.png', 'x');
      const { articles, problems } = await readFolder();
      expect(articles).toEqual(['good', 'latin']);
      expect(problems.map(({ file, error }) => [file, error.code])).toEqual([
        ['binary.txt', 'article-binary'],
        ['empty.txt', 'article-empty'],
        ['front.md', 'article-front-matter'],
        ['huge.txt', 'article-too-large'],
        ['link.txt', 'article-unreadable'],
        ['picture.png', 'article-kind'],
      ]);
      for (const { file, error } of problems) expect(error.message).toContain(file);
    },
  );

  it.skipIf(lacking.links)('gives nothing of what links lead to outside, and names the links', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'clippings-outside-'));
    writeFileSync(path.join(outside, 'secret.txt'), 'The password is open sesame.');
    write('good.txt', 'They voted.');
    write('near/vote.txt', 'They voted.');
    symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'absolute.txt'));
    symlinkSync(`../${path.basename(outside)}/secret.txt`, path.join(folder, 'relative.txt'));
    symlinkSync(outside, path.join(folder, 'folder'));
    symlinkSync('absolute.txt', path.join(folder, 'twice.txt'));
    symlinkSync('near/vote.txt', path.join(folder, 'inside.txt'));
    symlinkSync('near', path.join(folder, 'nearby'));
    const { articles, problems } = await readFolder();
    rmSync(outside, { recursive: true });
    expect(articles).toEqual(['good', 'inside', 'near/vote']);
    expect(problems.map(({ error }) => `${error.code}: ${error.message}`)).toEqual([
      'article-outside: absolute.txt is a link that leads out of its folder.',
      'article-outside: folder is a link that leads out of its folder.',
      'article-unreadable: nearby is not a file.',
      'article-outside: relative.txt is a link that leads out of its folder.',
      'article-outside: twice.txt is a link that leads out of its folder.',
    ]);
  });

  it.skipIf(lacking.links)('may itself be named by a link', async () => {
    write('news/vote.txt', 'They voted.');
    symlinkSync('news', path.join(folder, 'link'));
    expect(Buffer.from(await bytesOf(path.join(folder, 'link'), 'vote.txt')).toString()).toBe('They voted.');
  });

  it.skipIf(lacking.pipes)('waits for no pipe, and opens nothing that is no file', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    write('good.txt', 'They voted.');
    const { articles, problems } = await readFolder();
    expect(articles).toEqual(['good']);
    expect(problems.map(({ error }) => error.message)).toEqual(['pipe.txt is not a file.']);
  });

  it.skipIf(!existsSync('/proc/self/stat'))('reads no more of a file than it says it holds', async () => {
    // Files in /proc say that they are empty, and some of them never end.
    expect(await bytesOf('/proc/self', 'stat')).toHaveLength(0);
  });

  it('cannot hold two articles of one name', () => {
    const problems = findNamesakes(['a/vote.txt', 'vote.md', 'vote.txt', 'votes.txt']);
    expect([...problems.keys()]).toEqual(['vote.txt']);
    expect(problems.get('vote.txt')?.message).toBe('vote.txt has the same name as vote.md.');
  });

  it('that is missing, or a file, is an error that names it', async () => {
    const missing = path.join(folder, 'missing');
    await expect(listArticleFiles(missing)).rejects.toMatchObject({
      code: 'articles-folder',
      message: `There is no articles folder ${missing}.`,
    });
    write('a.txt', 'They voted.');
    const file = path.join(folder, 'a.txt');
    await expect(listArticleFiles(file)).rejects.toMatchObject({
      code: 'articles-folder',
      message: `${file} is no folder.`,
    });
  });

  it('lists sizes and times of change', async () => {
    write('a.txt', 'They voted.');
    const [first] = await listArticleFiles(folder);
    expect(first).toMatchObject({ file: 'a.txt', bytes: 11 });
    expect(Math.abs(Date.now() - (first?.modified ?? 0))).toBeLessThan(60_000);
  });
});
