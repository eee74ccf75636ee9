import { describe, expect, it } from 'vitest';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { IngestContext } from '../../src/ingest/feeds/poll-feed.js';
import { LocalArchiveService } from '../../src/service/local-archive-service.js';
import { anArticle } from '../archive/fixtures.js';

const DATES = ['2020-01-05', '2020-01-07T10:00:00Z', '2020-01-06'];

/** These tests take no articles in. */
const noFeeds = {} as IngestContext;

async function serviceOf(dates: readonly (string | null)[]): Promise<LocalArchiveService> {
  const articles = dates.map((published, number) => anArticle({ id: `article-${number}`, published }));
  return new LocalArchiveService(await buildArchive(articles), noFeeds);
}

it('gives the newest articles a page at a time, and the last page for those after it', async () => {
  const service = await serviceOf(DATES);
  const ids = async (page: number) => (await service.newest(page, 2)).articles.map(({ id }) => id);
  expect(await ids(0)).toEqual(['article-1', 'article-2']);
  expect(await ids(1)).toEqual(['article-0']);
  expect(await service.newest(9, 2)).toEqual(await service.newest(1, 2));
  expect(await service.newest(-1, 2)).toMatchObject({ page: 0, pages: 2 });
});

it('says what there is', async () => {
  const service = await serviceOf([...DATES, null]);
  expect(await service.overview()).toEqual({
    articles: 4,
    passages: 4,
    published: ['2020-01-05', '2020-01-07'],
  });
});

it('has no pages and no days where there are no articles', async () => {
  const service = await serviceOf([]);
  expect(await service.newest(0, 2)).toEqual({ articles: [], page: 0, pages: 0 });
  expect(await service.overview()).toEqual({ articles: 0, passages: 0, published: null });
  expect(await service.nearestDay('2020-01-05')).toBeNull();
});

it('finds the day with articles that is nearest, an earlier one first', async () => {
  const service = await serviceOf(['2020-01-05', '2020-01-07', '2020-03-01']);
  expect(await service.nearestDay('2019-06-01')).toBe('2020-01-05');
  expect(await service.nearestDay('2020-01-06')).toBe('2020-01-05');
  expect(await service.nearestDay('2020-02-20')).toBe('2020-03-01');
});

it('narrows a digest to the stories of a topic', async () => {
  const story = (title: string, text: string) =>
    anArticle({ id: title, title, published: '2020-01-05', paragraphs: [text] });
  const archive = await buildArchive([
    story(
      'Harbour bridge closed',
      'The harbour bridge of Northtown was closed on Sunday after engineers found cracks.',
    ),
    story('Orchestra wins prize', 'The orchestra of Southport won a prize on Sunday, its director said.'),
  ]);
  const service = new LocalArchiveService(archive, noFeeds);
  const headlines = async (topic?: string) =>
    (await service.digest('days,2020-01-05,2020-01-05', topic)).stories.map(({ headline }) => headline);
  expect(await headlines()).toHaveLength(2);
  expect(await headlines('Northtown')).toEqual(['Harbour bridge closed']);
  expect(await headlines('bridges in northtown')).toEqual(['Harbour bridge closed']);
  expect(await headlines('Peru')).toEqual([]);
});

it('composes a digest once', async () => {
  const service = await serviceOf(DATES);
  const day = 'days,2020-01-05,2020-01-05';
  expect(await service.digest(day)).toBe(await service.digest(day));
  expect(await service.digest('days,2020-01-06,2020-01-06')).not.toBe(await service.digest(day));
});

describe('a call within sources', () => {
  const [SHARED, OURS, THEIRS] = ['shared', 'https://ours.example/feed', 'https://theirs.example/feed'];
  const BRIDGE = 'Officials said on Sunday that the harbour bridge of Northtown was closed after a flood.';
  const news = (id: string, source: string, published: string) =>
    anArticle({ id, title: `Bridge news ${id}`, published, paragraphs: [BRIDGE], sources: [source] });

  async function service(): Promise<LocalArchiveService> {
    const articles = [
      news('common', SHARED, '2020-01-05'),
      news('ours', OURS, '2020-01-06'),
      ...Array.from({ length: 40 }, (_, number) => news(`theirs-${number}`, THEIRS, '2020-01-07')),
    ];
    return new LocalArchiveService(await buildArchive(articles), noFeeds);
  }

  it('answers, lists and looks up from the articles of these sources alone', async () => {
    const open = await service();
    const within = [SHARED, OURS];
    const answer = await open.ask('Why was the harbour bridge closed?', { asked: '2020-01-08' }, within);
    const quoted = 'snippets' in answer ? answer.snippets : answer.related;
    expect(
      new Set(quoted.flatMap(({ source, alsoIn }) => [source, ...alsoIn].map(({ article }) => article))),
    ).toEqual(new Set(['common', 'ours']));
    expect((await open.newest(0, 9, within)).articles.map(({ id }) => id)).toEqual(['ours', 'common']);
    expect(await open.overview(within)).toMatchObject({
      articles: 2,
      published: ['2020-01-05', '2020-01-06'],
    });
    const { best, alternatives } = await open.lookUp('bridge news', 9, within);
    expect([best, ...alternatives].map((found) => found?.id).sort()).toEqual(['common', 'ours']);
    expect(await open.nearestDay('2020-01-09', within)).toBe('2020-01-06');
  });

  it('knows no article of another source, nor digests it', async () => {
    const open = await service();
    expect(await open.article('theirs-1', [SHARED, OURS])).toBeNull();
    expect(await open.article('theirs-1')).not.toBeNull();
    expect((await open.digest('days,2020-01-07,2020-01-07', undefined, [SHARED])).articles).toBe(0);
    expect((await open.digest('days,2020-01-07,2020-01-07', undefined, [THEIRS])).articles).toBe(40);
    expect((await open.newest(0, 9, [])).articles).toEqual([]);
  });

  it('takes no word of another source for what was meant', async () => {
    const open = await service();
    expect((await open.lookUp('theirs', 9, [SHARED, OURS])).best).toBeNull();
  });
});
