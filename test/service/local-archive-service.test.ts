import { expect, it } from 'vitest';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { FeedDesk } from '../../src/ingest/feeds/poll-feed.js';
import { LocalNewsroom } from '../../src/service/local-archive-service.js';
import { anArticle } from '../archive/fixtures.js';

const DATES = ['2020-01-05', '2020-01-07T10:00:00Z', '2020-01-06'];

/** These tests take no articles in. */
const noFeeds = {} as FeedDesk;

async function newsroomOf(dates: readonly (string | null)[]): Promise<LocalNewsroom> {
  const articles = dates.map((published, number) => anArticle({ id: `article-${number}`, published }));
  return new LocalNewsroom(await buildArchive(articles), noFeeds);
}

it('gives the newest articles a page at a time, and the last page for those after it', async () => {
  const newsroom = await newsroomOf(DATES);
  const ids = async (page: number) => (await newsroom.newest(page, 2)).articles.map(({ id }) => id);
  expect(await ids(0)).toEqual(['article-1', 'article-2']);
  expect(await ids(1)).toEqual(['article-0']);
  expect(await newsroom.newest(9, 2)).toEqual(await newsroom.newest(1, 2));
  expect(await newsroom.newest(-1, 2)).toMatchObject({ page: 0, pages: 2 });
});

it('says what there is', async () => {
  const newsroom = await newsroomOf([...DATES, null]);
  expect(await newsroom.overview()).toEqual({
    articles: 4,
    passages: 4,
    published: ['2020-01-05', '2020-01-07'],
    newestDay: '2020-01-07',
  });
});

it('has no pages and no days where there are no articles', async () => {
  const newsroom = await newsroomOf([]);
  expect(await newsroom.newest(0, 2)).toEqual({ articles: [], page: 0, pages: 0 });
  expect(await newsroom.overview()).toEqual({ articles: 0, passages: 0, published: null, newestDay: null });
});

it('composes an edition once', async () => {
  const newsroom = await newsroomOf(DATES);
  const day = 'days,2020-01-05,2020-01-05';
  expect(await newsroom.edition(day)).toBe(await newsroom.edition(day));
  expect(await newsroom.edition('days,2020-01-06,2020-01-06')).not.toBe(await newsroom.edition(day));
});
