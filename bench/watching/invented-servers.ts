import type { ArchivedArticle } from '../../src/archive/passage.js';
import type { Store } from '../../src/store/store.js';
import { watchedWords } from './watched-words.js';

const SERVERS = 500;
export const FEEDS = 2_000;
/** Every other feed is followed by so many servers, the others by one. */
const FOLLOWERS = 3;
/** Every so many-th watch follows a story. */
const STORY_EACH = 5;

export function feed(number: number): string {
  return `https://feed-${number}.example/rss`;
}

/** Lets the servers follow their feeds. At once, as a database file writes each of thousands of changes to the disk. */
export async function addSources(store: Store): Promise<void> {
  const now = Date.now();
  const feeds = Array.from({ length: FEEDS }, (_, number) => number);
  await store.batch(
    feeds.flatMap((number) => [
      {
        sql: 'INSERT INTO feeds (url, added, next_poll, source, shared) VALUES (?1, ?2, ?2, ?1, 0)',
        args: [feed(number), now],
      },
      ...Array.from({ length: number % 2 === 0 ? 1 : FOLLOWERS }, (_, at) => ({
        sql: 'INSERT INTO guild_sources (guild, source, channel, added) VALUES (?, ?, ?, ?)',
        args: [guild(number + at * 97), feed(number), '1', now],
      })),
    ]),
    'write',
  );
}

/** Adds so many watches of the servers, for words and for stories. */
export async function addWatches(
  store: Store,
  articles: readonly ArchivedArticle[],
  count: number,
): Promise<void> {
  const now = Date.now();
  await store.batch(
    watchedWords(articles, count, 1).map((words, at) => {
      const seed = articles[(at * 37) % articles.length];
      const story = at % STORY_EACH === 0 && seed !== undefined ? JSON.stringify([seed.id]) : null;
      return {
        sql: `INSERT INTO watches (guild, channel, words, story, most, zone, since, heard)
          VALUES (?, ?, ?, ?, 3, 'UTC', ?, ?)`,
        args: [guild(at), `channel ${at}`, words, story, now, now],
      };
    }),
    'write',
  );
}

function guild(number: number): string {
  return `guild ${number % SERVERS}`;
}
