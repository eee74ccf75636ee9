import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { listArticleFiles, readArticleBytes } from '../../src/articles/articles-folder.js';
import { readArticle } from '../../src/articles/read-article.js';
import { ArticleCollection } from '../../src/ingest/article-collection.js';
import { incoming, OTHER_REPORT, REPORT } from './fixtures.js';

const NOW = '2024-03-12T09:30:00.000Z';

let folder: string;
let collection: ArticleCollection;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clippings-collection-'));
  collection = new ArticleCollection(folder, () => new Date(NOW));
});
afterEach(() => rm(folder, { recursive: true }));

/** Every article as it is read from the folder. */
async function written() {
  const files = await listArticleFiles(folder);
  return Promise.all(files.map(async ({ file }) => readArticle(file, await readArticleBytes(folder, file))));
}

/** A collection that starts anew over what is on disk. */
async function restarted(): Promise<ArticleCollection> {
  const anew = new ArticleCollection(folder, () => new Date(NOW));
  await anew.sync(await buildArchive((await written()).map(archiveArticle)));
  return anew;
}

describe('what comes in', () => {
  it('is written as an article with all that is known of it', async () => {
    const { kind, article } = await collection.ingest(incoming({ authors: ['Ann Smith'] }));
    expect(kind).toBe('added');
    expect(await written()).toEqual([article]);
    expect(article).toMatchObject({
      file: expect.stringMatching(/^2024-03\/harbour-bridge-closed-for-repairs-\w+\.md$/),
      title: 'Harbour bridge closed for repairs',
      publisher: 'The Port Gazette',
      url: 'https://gazette.example/bridge',
      published: '2024-03-11T08:00:00Z',
      added: NOW,
      authors: ['Ann Smith'],
    });
    expect(article.paragraphs.map(({ text }) => text)).toEqual(REPORT);
  });

  it('is not taken for news when it is old', async () => {
    const dated = await collection.ingest(incoming(), { isOld: true });
    const undated = await collection.ingest(incoming({ published: null, url: null, text: OTHER_REPORT }), {
      isOld: true,
    });
    expect([dated.article.added, undated.article.added]).toEqual(['2024-03-12', null]);
  });

  it('has no date that is still to come, and no address that is none', async () => {
    const { article } = await collection.ingest(
      incoming({ published: '2099-01-01', url: 'javascript:alert(1)' }),
    );
    expect([article.published, article.url]).toEqual([null, null]);
  });

  it('loses the name and password of its address, also in its file', async () => {
    await collection.ingest(incoming({ url: 'https://www.bbc.co.uk@evil.example/bridge' }));
    expect((await written()).map(({ url }) => url)).toEqual(['https://evil.example/bridge']);
    const [file] = await listArticleFiles(folder);
    expect(await readFile(join(folder, file?.file ?? ''), 'utf8')).not.toContain('bbc');
  });

  it.each([
    ['2024-02-30', null],
    ['31 Sep 2023', null],
    ['2024-03-10T24:00:00Z', '2024-03-10'],
  ])('can be read again when it is dated %s', async (dated, published) => {
    const { article } = await collection.ingest(incoming({ published: dated, updated: dated }));
    expect(article.published).toBe(published);
    expect(await written()).toEqual([article]);
  });

  it('can be read again when its text begins with a date that no calendar has', async () => {
    const text = [`date 2024-02-30 ${REPORT[0]}`, ...REPORT.slice(1)];
    const { article } = await collection.ingest(incoming({ published: null, text }));
    expect(article.published).toBeNull();
    expect(await written()).toEqual([article]);
  });

  it('loses what is no prose', async () => {
    const { article } = await collection.ingest(incoming({ text: [...REPORT, 'x'.repeat(30_000)] }));
    expect(article.paragraphs.map(({ text }) => text)).toEqual(REPORT);
    expect(await written()).toEqual([article]);
  });

  it('is refused without a text, and nothing is written', async () => {
    await expect(collection.ingest(incoming({ text: [] }))).rejects.toMatchObject({ code: 'article-empty' });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the same article again', () => {
  it.each([
    [
      'with another date and tracking',
      { published: '2024-03-12T00:00:00Z', url: 'http://www.gazette.example/bridge/?utm_source=rss' },
    ],
    ['at another address of the same outlet', { url: 'https://gazette.example/politics/bridge' }],
    ['without an address', { url: null }],
  ])('is known: %s', async (_, parts) => {
    await collection.ingest(incoming());
    expect((await collection.ingest(incoming(parts))).kind).toBe('known');
    expect((await (await restarted()).ingest(incoming(parts))).kind).toBe('known');
    expect((await written()).map(({ published }) => published)).toEqual(['2024-03-11T08:00:00Z']);
  });

  it('at the same moment is written once', async () => {
    const kinds = await Promise.all([collection.ingest(incoming()), collection.ingest(incoming())]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['added', 'known']);
  });

  it('is known after the archive forgot and learnt it again', async () => {
    const { article } = await collection.ingest(incoming());
    await collection.sync(await buildArchive([]));
    expect((await collection.ingest(incoming())).kind).toBe('added');
    await collection.sync(await buildArchive([archiveArticle(article)]));
    expect((await collection.ingest(incoming())).kind).toBe('known');
  });
});

describe('a wire copy', () => {
  const copy = incoming({
    publisher: 'Radio North',
    url: 'https://north.example/bridge-shut',
    title: 'Bridge shut',
    text: [...REPORT.slice(0, 3), 'Radio North will report.'],
  });

  it('is one source with several publishers', async () => {
    await collection.ingest(incoming());
    expect((await collection.ingest(copy)).kind).toBe('copy');
    const [article, ...others] = await written();
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      title: 'Harbour bridge closed for repairs',
      publisher: 'The Port Gazette',
      copies: [{ publisher: 'Radio North', url: 'https://north.example/bridge-shut' }],
    });
    expect(article?.paragraphs.map(({ text }) => text)).toEqual(REPORT);
  });

  it('is known when it comes again, and never rewrites the first', async () => {
    await collection.ingest(incoming());
    await collection.ingest(copy);
    const anew = await restarted();
    expect((await anew.ingest(copy)).kind).toBe('known');
    const changed = incoming({ ...copy.metadata, text: [...OTHER_REPORT, ...OTHER_REPORT] });
    expect((await anew.ingest(changed)).kind).toBe('known');
    expect((await written())[0]?.paragraphs.map(({ text }) => text)).toEqual(REPORT);
  });

  it('stands for itself once the first is gone from the disk', async () => {
    const { article } = await collection.ingest(incoming());
    await rm(join(folder, article.file));
    expect((await collection.ingest(copy)).kind).toBe('added');
    expect((await written()).map(({ publisher }) => publisher)).toEqual(['Radio North']);
  });

  it('is another report when it comes weeks later, or gives other figures', async () => {
    await collection.ingest(incoming());
    const later = incoming({
      ...copy.metadata,
      published: '2024-02-01',
      text: [...REPORT.slice(0, 3), 'Again.'],
    });
    expect((await collection.ingest(later)).kind).toBe('added');
    const figures = REPORT.map((line) => line.replace('12,000', '13,500').replace('24', '26'));
    expect((await collection.ingest(incoming({ url: 'https://n.example/2', text: figures }))).kind).toBe(
      'added',
    );
  });
});

describe('a correction', () => {
  const corrected = REPORT.map((line) => line.replace('12,000', '21,000'));

  it('takes the place of the text before, and says so', async () => {
    const first = await collection.ingest(incoming());
    const { kind, article } = await (await restarted()).ingest(
      incoming({ published: '2024-03-12', text: corrected }),
    );
    expect(kind).toBe('corrected');
    expect(article).toMatchObject({
      id: first.article.id,
      published: '2024-03-11T08:00:00Z',
      added: NOW,
      updated: NOW,
    });
    expect(await written()).toEqual([article]);
    expect(article.paragraphs.map(({ text }) => text)).toEqual(corrected);
  });

  it('bears the date that its outlet gives', async () => {
    await collection.ingest(incoming());
    const { article } = await collection.ingest(
      incoming({ text: corrected, updated: '2024-03-11T12:00:00+01:00' }),
    );
    expect(article.updated).toBe('2024-03-11T12:00:00+01:00');
  });

  it('is not undone when the text before comes in again', async () => {
    await collection.ingest(incoming());
    await collection.ingest(incoming({ text: corrected }));
    const anew = await restarted();
    expect((await anew.ingest(incoming())).kind).toBe('known');
    expect((await written())[0]?.paragraphs.map(({ text }) => text)).toEqual(corrected);
  });

  it('may be followed by others, and none of those before comes back', async () => {
    const again = corrected.map((line) => line.replace('24', '26'));
    await collection.ingest(incoming());
    await collection.ingest(incoming({ text: corrected }));
    expect((await (await restarted()).ingest(incoming({ text: again }))).kind).toBe('corrected');
    const anew = await restarted();
    expect((await anew.ingest(incoming())).kind).toBe('known');
    expect((await anew.ingest(incoming({ text: corrected }))).kind).toBe('known');
    expect((await written())[0]?.paragraphs.map(({ text }) => text)).toEqual(again);
  });

  const AT_NINE = '2024-03-11T09:00:00Z';
  const AT_TEN = '2024-03-11T11:00:00+01:00';
  it.each([
    ['was updated earlier', { updated: AT_TEN }, { updated: AT_NINE }, 'known'],
    ['was updated later', { updated: AT_NINE }, { updated: AT_TEN }, 'corrected'],
    ['does not say that it was updated', { updated: AT_NINE }, {}, 'known'],
    ['came out earlier', { published: AT_TEN }, { published: AT_NINE }, 'known'],
    ['came out later', { published: AT_NINE }, { published: AT_TEN }, 'corrected'],
    ['came out the day before', { published: AT_NINE }, { published: '2024-03-10' }, 'known'],
    ['came out on the same day', { published: AT_NINE }, { published: '2024-03-11' }, 'corrected'],
    ['has no date', { published: AT_NINE }, { published: null }, 'corrected'],
  ])('that %s: %j, then %j, is %s', async (_, first, second, kind) => {
    await collection.ingest(incoming(first));
    const anew = await restarted();
    expect((await anew.ingest(incoming({ ...second, text: corrected }))).kind).toBe(kind);
  });

  it('of a file that an earlier version corrected is one by the order of arrival', async () => {
    await collection.ingest(incoming());
    const { article } = await collection.ingest(incoming({ text: corrected }));
    const path = join(folder, article.file);
    const content = await readFile(path, 'utf8');
    await writeFile(path, content.replace(/revision:\n(?: .*\n)+/, ''));
    expect((await written())[0]).not.toHaveProperty('revision');
    const again = corrected.map((line) => line.replace('24', '26'));
    expect((await (await restarted()).ingest(incoming({ text: again }))).kind).toBe('corrected');
  });

  it('that goes back to the text before is one when its outlet dates it later', async () => {
    await collection.ingest(incoming());
    await collection.ingest(incoming({ text: corrected, updated: AT_NINE }));
    expect((await (await restarted()).ingest(incoming({ updated: AT_TEN }))).kind).toBe('corrected');
    expect((await written())[0]?.paragraphs.map(({ text }) => text)).toEqual(REPORT);
  });

  it('is not what is merely shorter: a teaser does not replace the text', async () => {
    await collection.ingest(incoming());
    expect((await collection.ingest(incoming({ text: REPORT.slice(0, 1) }))).kind).toBe('known');
  });

  it('is left to the operator in a file of their own', async () => {
    const own = `---\nurl: https://gazette.example/bridge\n---\n${REPORT.join('\n\n')}\n`;
    await writeFile(join(folder, 'bridge.txt'), own);
    expect((await (await restarted()).ingest(incoming({ text: corrected }))).kind).toBe('known');
    expect(await readFile(join(folder, 'bridge.txt'), 'utf8')).toBe(own);
  });
});

describe('a folder that cannot be written', () => {
  it('is told in words, and nothing is half there', async () => {
    const nowhere = new ArticleCollection(join(folder, 'file'), () => new Date(NOW));
    await writeFile(join(folder, 'file'), '');
    await expect(nowhere.ingest(incoming())).rejects.toMatchObject({ code: 'disk' });
    expect(await readdir(folder)).toEqual(['file']);
  });
});

describe('what several sources bring', () => {
  const [FEED, OTHER] = ['https://gazette.example/feed', 'https://planet.example/feed'];
  const from = (sources: readonly string[], parts: Parameters<typeof incoming>[0] = {}) => {
    const { metadata, ...rest } = incoming(parts);
    return { ...rest, metadata: { ...metadata, sources } };
  };
  const noted = async () => (await written()).map(({ sources }) => sources);

  it('is noted in the file of the article, each source once, also after a restart', async () => {
    await collection.ingest(from([FEED]));
    const anew = await restarted();
    expect(await anew.ingest(from([OTHER]))).toMatchObject({ kind: 'known', isWritten: true });
    expect(await anew.ingest(from([OTHER]))).toMatchObject({ kind: 'known', isWritten: false });
    expect(await noted()).toEqual([[FEED, OTHER]]);
  });

  it('is shared once the operator adds it, and stays so', async () => {
    await collection.ingest(from([FEED]));
    await collection.ingest(incoming());
    expect(await noted()).toEqual([[FEED, 'shared']]);
  });

  it('is noted without being fetched where the address is known', async () => {
    await collection.ingest(incoming());
    expect(await collection.credit('https://gazette.example/bridge', [FEED])).not.toBeNull();
    expect(await collection.credit('https://gazette.example/other', [FEED])).toBeNull();
    expect(await noted()).toEqual([['shared', FEED]]);
  });

  it('is kept with a correction', async () => {
    await collection.ingest(from([FEED]));
    await collection.ingest(from([OTHER], { text: [...REPORT, 'The city apologised on Tuesday.'] }));
    expect(await noted()).toEqual([[FEED, OTHER]]);
  });

  it('is no copy of an article that its readers may not see', async () => {
    await collection.ingest(incoming());
    const copy = { url: 'https://copier.example/bridge', publisher: 'Copier' };
    expect(await collection.ingest(from([FEED], copy))).toMatchObject({ kind: 'added' });
    expect(await collection.ingest(from([OTHER], { ...copy, url: null }))).toMatchObject({ kind: 'added' });
    expect((await written()).map(({ copies, sources }) => [copies, sources])).toEqual(
      expect.arrayContaining([
        [undefined, undefined],
        [undefined, [FEED]],
        [undefined, [OTHER]],
      ]),
    );
  });
});
