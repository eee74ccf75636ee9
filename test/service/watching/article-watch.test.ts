import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/archive.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { GuildSourceFilters } from '../../../src/service/guild-source-filters.js';
import { ArticleWatch } from '../../../src/service/watching/article-watch.js';
import { excludeWords, followFeed } from '../../../src/store/guild-sources.js';
import { openStore, type Store } from '../../../src/store/store.js';
import { waitingWatches } from '../../../src/store/watches/alerts.js';
import { endWatch, type NewWatch, writeWatch } from '../../../src/store/watches/watches.js';
import { anArticle } from '../../archive/fixtures.js';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const FEED = 'https://news.example/feed';
const LIMITS = { perGuild: 5, inAll: 5 };

const bridge = (id: string, sources: readonly string[], title = 'Harbour bridge closed after crash') =>
  anArticle({
    id,
    title,
    published: '2026-03-10T09:00:00Z',
    sources,
    paragraphs: [
      'The harbour bridge was closed on Tuesday after a crash, and the harbour bridge stays shut for days.',
    ],
  });

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});
afterEach(() => store.close());

const watchFor = (archive: Archive, isOff = false) =>
  new ArticleWatch({
    archive,
    store,
    filters: new GuildSourceFilters(store, isOff, () => NOW),
    warn: (line) => {
      throw new Error(line);
    },
    now: () => NOW,
  });
const add = (owner: Partial<NewWatch>) => {
  const pace = { most: 3, quiet: null, zone: 'UTC', since: NOW, words: 'harbour bridge', story: null };
  return writeWatch(store, { guild: null, person: null, channel: JSON.stringify(owner), ...pace, ...owner });
};
/** Of which articles whose watch hears. */
const heard = async () =>
  Object.fromEntries(
    (await waitingWatches(store, 0)).map(({ watch, waiting }) => [
      watch.guild ?? watch.person ?? '',
      waiting.map(({ article }) => article),
    ]),
  );

test('a server hears of its own sources and the shared ones, a person of the shared ones', async () => {
  await followFeed(store, { guild: 'ours', url: FEED, title: null, channel: '1' }, LIMITS, NOW);
  await add({ guild: 'ours' });
  await add({ guild: 'theirs' });
  await add({ person: 'somebody' });
  await watchFor(await buildArchive([bridge('own', [FEED]), bridge('shared', ['shared'])])).look();
  expect(await heard()).toEqual({ ours: ['own', 'shared'], theirs: ['shared'], somebody: ['shared'] });
});

test('a server hears nothing of what it excludes from a source, nor where sources of servers are off', async () => {
  await followFeed(store, { guild: 'ours', url: FEED, title: null, channel: '1' }, LIMITS, NOW);
  await excludeWords(store, 'ours', FEED, ['crash']);
  await add({ guild: 'ours' });
  await watchFor(await buildArchive([bridge('own', [FEED])])).look();
  expect(await heard()).toEqual({});
  await excludeWords(store, 'ours', FEED, []);
  await watchFor(await buildArchive([bridge('next', [FEED])]), true).look();
  expect(await heard()).toEqual({});
});

test('an article that comes by a further source is told to those who did not have it, and to nobody twice', async () => {
  const other = 'https://other.example/rss';
  await followFeed(store, { guild: 'first', url: FEED, title: null, channel: '1' }, LIMITS, NOW);
  await followFeed(store, { guild: 'second', url: other, title: null, channel: '2' }, LIMITS, NOW);
  for (const url of [FEED, other])
    await followFeed(store, { guild: 'both', url, title: null, channel: '3' }, LIMITS, NOW);
  for (const guild of ['first', 'second', 'both']) await add({ guild });
  const alreadyRunning = watchFor(await buildArchive([bridge('one', [FEED])]));
  await alreadyRunning.look();
  expect(await heard()).toEqual({ first: ['one'], both: ['one'] });
  await add({ guild: 'first', channel: 'late' });
  const credited = await buildArchive([bridge('one', [FEED, other])]);
  // Two processes that know as little of one another.
  const [next, restarted] = [watchFor(credited), watchFor(credited)];
  await next.look();
  await restarted.look();
  await watchFor(await buildArchive([bridge('one', [other, FEED, 'shared'])])).look();
  expect(await heard()).toEqual({ first: ['one'], second: ['one'], both: ['one'] });
  expect((await waitingWatches(store, 0)).length).toBe(3);
});

test('what another process recorded of an article is not recorded again, and what it did not know of is found', async () => {
  const other = 'https://other.example/rss';
  await followFeed(store, { guild: 'second', url: other, title: null, channel: '2' }, LIMITS, NOW);
  await add({ guild: 'second' });
  const [one, credited] = [bridge('one', [FEED]), bridge('one', [FEED, other])];
  const quick = watchFor(await buildArchive([one]));
  const { batch } = store;
  let isFirst = true;
  store = {
    ...store,
    batch: async (...asked) => {
      // The slower process has read by now what is done with.
      if (isFirst) {
        isFirst = false;
        await quick.look();
      }
      return batch(...asked);
    },
  };
  const slow = watchFor(await buildArchive([credited]));
  await slow.look();
  expect(await heard()).toEqual({});
  await slow.look();
  expect(await heard()).toEqual({ second: ['one'] });
});

test('an article is looked at once, whichever process looks, and also if a watch for it comes later', async () => {
  const archive = await buildArchive([bridge('one', ['shared'])]);
  await watchFor(archive).look();
  await add({ person: 'late' });
  await watchFor(archive).look();
  expect(await heard()).toEqual({});
});

test('a watch that ended, and one that was added, are noticed when the next article comes in', async () => {
  const archive = await buildArchive([bridge('one', ['shared'])]);
  const gone = await add({ person: 'gone' });
  const watch = watchFor(archive);
  await watch.look();
  await endWatch(store, gone.id);
  await add({ person: 'new' });
  // An archive in memory takes articles while it is used.
  await (archive as Archive & { put(article: ReturnType<typeof bridge>): Promise<void> }).put(
    bridge('two', ['shared']),
  );
  await watch.look();
  expect(await heard()).toEqual({ new: ['two'] });
});
