import { beforeEach, expect, test } from 'vitest';
import {
  type DigestSchedule,
  deleteDigestSchedule,
  readDigestSchedule,
  readDigestSchedules,
  writeDigestSchedule,
} from '../../src/store/digest-schedules.js';
import { openStore, type Store } from '../../src/store/store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

const schedule: DigestSchedule = {
  guild: 'g',
  channel: 'c',
  hour: 8,
  minute: 30,
  zone: 'Europe/Berlin',
  days: [1, 3, 5],
  quietLine: true,
  since: 1_000,
};

test('a schedule is kept as it was set', async () => {
  await writeDigestSchedule(store, schedule);
  expect(await readDigestSchedule(store, 'g')).toEqual(schedule);
  expect(await readDigestSchedule(store, 'other')).toBeNull();
});

test('a guild has one schedule: the last one set', async () => {
  await writeDigestSchedule(store, schedule);
  await writeDigestSchedule(store, { ...schedule, hour: 20 });
  await writeDigestSchedule(store, { ...schedule, guild: 'h' });
  expect((await readDigestSchedules(store)).map(({ guild, hour }) => [guild, hour])).toEqual([
    ['g', 20],
    ['h', 8],
  ]);
});

test('deleting says whether there was one', async () => {
  await writeDigestSchedule(store, schedule);
  expect(await deleteDigestSchedule(store, 'g')).toBe(true);
  expect(await deleteDigestSchedule(store, 'g')).toBe(false);
});
