import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { beforeEach, expect, test } from 'vitest';
import {
  addDigestSchedule,
  changeDigestSchedule,
  type DigestSchedule,
  deleteDigestSchedule,
  readDigestSchedule,
  readDigestSchedules,
  readGuildDigests,
} from '../../src/store/digest-schedules.js';
import { claimDigest, lastDigests, reclaimDigest } from '../../src/store/digest-sends.js';
import { openStore, type Store } from '../../src/store/store.js';
import { aDigest } from './scheduled-digest.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

const schedule: DigestSchedule = {
  guild: 'g',
  digest: 1,
  name: 'Climate',
  channel: 'c',
  isForum: true,
  isPublished: true,
  times: [
    { hour: 8, minute: 30 },
    { hour: 18, minute: 0 },
  ],
  zone: 'Europe/Berlin',
  days: [1, 3, 5],
  topic: 'climate policy',
  sources: ['shared', 'https://example.org/feed'],
  stories: 3,
  quietLine: true,
  since: 1_000,
};
const second = aDigest({ guild: 'g', channel: 'd', since: 2_000, digest: 2, name: 'Sport' });

test('a digest is kept as it was set up', async () => {
  expect(await addDigestSchedule(store, schedule, 9)).toBe(1);
  expect(await readDigestSchedule(store, 'g', 1)).toEqual(schedule);
  expect(await readDigestSchedule(store, 'g', 2)).toBeNull();
  expect(await readGuildDigests(store, 'other')).toEqual([]);
});

test('a guild has several, each with a number of its own', async () => {
  await addDigestSchedule(store, schedule, 9);
  expect(await addDigestSchedule(store, second, 9)).toBe(2);
  expect(await addDigestSchedule(store, { ...schedule, guild: 'h' }, 9)).toBe(1);
  expect((await readDigestSchedules(store)).map(({ guild, name }) => [guild, name])).toEqual([
    ['g', 'Climate'],
    ['g', 'Sport'],
    ['h', 'Climate'],
  ]);
});

test('a guild has no more than it may, even if several are set up at once', async () => {
  const added = await Promise.all(
    ['one', 'two', 'three'].map((name) => addDigestSchedule(store, { ...schedule, name }, 2)),
  );
  expect(added.toSorted()).toEqual([1, 2, null]);
});

test('no two digests of a guild have one name', async () => {
  await addDigestSchedule(store, schedule, 9);
  expect(await addDigestSchedule(store, { ...second, name: 'CLIMATE' }, 9)).toBeNull();
  await addDigestSchedule(store, second, 9);
  expect(await changeDigestSchedule(store, { ...second, name: 'climate' })).toBe(false);
  expect(await readDigestSchedule(store, 'g', 2)).toEqual(second);
});

test('a change leaves the others as they are', async () => {
  await addDigestSchedule(store, schedule, 9);
  await addDigestSchedule(store, second, 9);
  const changed = { ...second, topic: null, times: [{ hour: 9, minute: 0 }], channel: 'e' };
  expect(await changeDigestSchedule(store, changed)).toBe(true);
  expect(await readGuildDigests(store, 'g')).toEqual([schedule, changed]);
  expect(await changeDigestSchedule(store, { ...second, digest: 7 })).toBe(false);
});

test('deleting says whether there was one', async () => {
  await addDigestSchedule(store, schedule, 9);
  expect(await deleteDigestSchedule(store, 'g', 2)).toBe(false);
  expect(await deleteDigestSchedule(store, 'g', 1)).toBe(true);
  expect(await deleteDigestSchedule(store, 'g', 1)).toBe(false);
});

test('the number of a deleted digest is not used again while its sends are kept', async () => {
  await addDigestSchedule(store, schedule, 9);
  const due = { guild: 'g', digest: 1, due: 5_000, channel: 'c', isForum: false, period: 'p' };
  await claimDigest(store, due, { holder: 'a', now: 5_000, lease: 1 });
  await deleteDigestSchedule(store, 'g', 1);
  expect(await addDigestSchedule(store, second, 9)).toBe(2);
});

test('a database of the time of one digest a guild is carried over with its sends', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'clippings-store-'));
  try {
    const url = `file:${path.join(folder, 'clippings.db')}`;
    const before = createClient({ url });
    await before.executeMultiple(readFileSync('test/store/single-digest.sql', 'utf8'));
    before.close();
    const carried = await openStore({ url });
    const [first, other] = await readDigestSchedules(carried);
    const daily = { guild: '300000000000000001', channel: '400000000000000001', since: 1773000000000 };
    expect(first).toEqual(
      aDigest({
        ...daily,
        times: [{ hour: 8, minute: 30 }],
        zone: 'Europe/Berlin',
        days: [1, 2, 3, 4, 5],
        quietLine: true,
      }),
    );
    expect(other).toMatchObject({ guild: '300000000000000002', digest: 1, times: [{ hour: 18, minute: 0 }] });
    expect(await lastDigests(carried, daily.guild, 9)).toMatchObject([
      { digest: 1, due: 1773214200000, state: 'claimed', tried: 1773214200000 },
      { digest: 1, due: 1773127800000, state: 'sent', message: '500000000000000001' },
    ]);
    // What the version before left behind is taken over, and what it sent is not sent again.
    const hold = { holder: 'b', now: 1773214400000, lease: 1 };
    expect(await reclaimDigest(carried, hold)).toMatchObject({ due: 1773214200000, attempts: 2 });
    const sent = { ...daily, digest: 1, due: 1773127800000, isForum: false, period: 'p' };
    expect(await claimDigest(carried, sent, hold)).toBeNull();
    carried.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
