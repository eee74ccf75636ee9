import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addFeed, recordFeedFailure } from '../../../src/store/feeds.js';
import { openStore } from '../../../src/store/store.js';
import { checkDatabase } from '../../../src/terminal/doctor/database.js';

const FEED = 'https://news.example/rss';
const NOW = 1_700_000_000_000;

let folder: string;
let url: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clippings-doctor-'));
  url = `file:${join(folder, 'clippings.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true }));

const look = async () => [];

it('a database that was never opened is not made', async () => {
  expect(await checkDatabase({ url }, look)).toMatchObject([{ part: 'database', state: 'good' }]);
  expect(await checkDatabase({ url }, look)).toHaveLength(1);
});

it('a sound one is good, and a feed that keeps failing is told of', async () => {
  const store = await openStore({ url });
  await addFeed(store, FEED, 'News', NOW);
  for (let time = 0; time < 5; time++) await recordFeedFailure(store, FEED, 'it answers 500', NOW, NOW);
  store.close();
  const findings = await checkDatabase({ url }, look);
  expect(findings).toContainEqual({ part: 'database', state: 'good', words: url });
  expect(findings).toContainEqual({
    part: 'feeds',
    state: 'note',
    words: 'News failed 5 times in a row: it answers 500',
    hint: `Try it: npx clippings feeds check ${FEED}`,
  });
});

it('a damaged one is wrong', async () => {
  const store = await openStore({ url });
  const sql = 'INSERT INTO feeds (url, source, added, next_poll) VALUES (?1, ?1, 0, 0)';
  const many = Array.from({ length: 300 }, (_, number) => ({ sql, args: [`${FEED}/${number}`] }));
  await store.batch(many, 'write');
  // What is in the log beside the file moves into it.
  await store.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  store.close();
  const file = join(folder, 'clippings.db');
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf(FEED);
  writeFileSync(file, bytes.fill(255, at - (at % 4096), at - (at % 4096) + 64));
  expect((await checkDatabase({ url }, look))[0]).toMatchObject({ part: 'database', state: 'wrong' });
});

it('a file that is no database is wrong', async () => {
  writeFileSync(
    join(folder, 'clippings.db'),
    'This is no database, and it is long enough to be looked at.'.repeat(9),
  );
  expect(await checkDatabase({ url }, look)).toMatchObject([{ part: 'database', state: 'wrong' }]);
});
