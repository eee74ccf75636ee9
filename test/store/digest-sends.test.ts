import { beforeEach, expect, test } from 'vitest';
import {
  abandonDigests,
  claimDigest,
  forgetOldDigests,
  lastDigests,
  ON_REQUEST,
  reclaimDigest,
  recordOutcome,
  recordTry,
} from '../../src/store/digest-sends.js';
import { forgetGuild, guildsKept } from '../../src/store/forgetting.js';
import { openStore, type Store } from '../../src/store/store.js';
import { scheduleDigest } from './scheduled-digest.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
  await scheduleDigest(store, { guild: 'g', channel: 'c', since: 0 });
});

const DUE = { guild: 'g', digest: 1, due: 1_000, channel: 'c', isForum: false, period: 'p' };
const hold = (holder: string, now: number) => ({ holder, now, lease: 100 });
const last = async () => (await lastDigests(store, 'g', 1))[0];

test('a digest is claimed once', async () => {
  const claims = await Promise.all(
    ['a', 'b', 'c'].map((holder) => claimDigest(store, DUE, hold(holder, 1_000))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await last()).toMatchObject({ ...DUE, state: 'claimed', attempts: 1, tried: null });
});

test('a claim is taken over only when its time is over', async () => {
  await claimDigest(store, DUE, hold('a', 1_000));
  expect(await reclaimDigest(store, hold('b', 1_099))).toBeNull();
  expect(await reclaimDigest(store, hold('b', 1_100))).toMatchObject({ ...DUE, attempts: 2 });
});

test('of several that take over at once, one gets it', async () => {
  await claimDigest(store, DUE, hold('dead', 0));
  const claims = await Promise.all(
    ['a', 'b', 'c'].map((holder) => reclaimDigest(store, hold(holder, 1_000))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test('who lost the claim can neither try nor record', async () => {
  await claimDigest(store, DUE, hold('a', 1_000));
  await reclaimDigest(store, hold('b', 1_100));
  expect(await recordTry(store, DUE, hold('a', 1_101))).toBe(false);
  expect(await recordOutcome(store, DUE, 'a', { state: 'sent', message: 'm' })).toBe(false);
  expect(await recordTry(store, DUE, hold('b', 1_101))).toBe(true);
});

test('the first try is remembered over later ones', async () => {
  await claimDigest(store, DUE, hold('a', 1_000));
  await recordTry(store, DUE, hold('a', 1_001));
  await recordOutcome(store, DUE, 'a', { state: 'waiting', reason: 'no network', nextTry: 2_000 });
  expect(await reclaimDigest(store, hold('a', 1_999))).toBeNull();
  await reclaimDigest(store, hold('a', 2_000));
  await recordTry(store, DUE, hold('a', 2_001));
  expect(await last()).toMatchObject({ tried: 1_001, attempts: 2, reason: 'no network' });
});

test('what waits is given up when its schedule ends', async () => {
  await claimDigest(store, DUE, hold('a', 1_000));
  await recordOutcome(store, DUE, 'a', { state: 'waiting', nextTry: 2_000 });
  await abandonDigests(store, 'g', 2, 'another one was stopped');
  expect(await last()).toMatchObject({ state: 'waiting' });
  await abandonDigests(store, 'g', 1, 'stopped');
  expect(await reclaimDigest(store, hold('a', 9_000))).toBeNull();
  expect(await last()).toMatchObject({ state: 'failed', reason: 'stopped' });
});

test('old digests are forgotten, but none that is being sent', async () => {
  await claimDigest(store, DUE, hold('a', 1_000));
  await claimDigest(store, { ...DUE, due: 2_000 }, hold('a', 2_000));
  await recordOutcome(store, DUE, 'a', { state: 'sent', message: 'm' });
  await forgetOldDigests(store, 9_000);
  expect((await lastDigests(store, 'g', 9)).map(({ due }) => due)).toEqual([2_000]);
});

test('two digests of a guild that are due at one moment are claimed apart', async () => {
  await scheduleDigest(store, { guild: 'g', channel: 'c', since: 0, digest: 2, name: 'Other news' });
  expect(await claimDigest(store, DUE, hold('a', 1_000))).not.toBeNull();
  expect(await claimDigest(store, { ...DUE, digest: 2 }, hold('b', 1_000))).not.toBeNull();
  await recordOutcome(store, { ...DUE, digest: 2 }, 'b', { state: 'sent', message: 'm' });
  expect((await lastDigests(store, 'g', 9)).map(({ digest, state }) => [digest, state])).toEqual([
    [1, 'claimed'],
    [2, 'sent'],
  ]);
  expect(await lastDigests(store, 'g', 9, 2)).toHaveLength(1);
});

test('nothing is claimed of a guild that was forgotten meanwhile', async () => {
  await forgetGuild(store, 'g');
  expect(await claimDigest(store, DUE, hold('a', 1_000))).toBeNull();
  expect(await guildsKept(store)).toEqual([]);
});

test('a digest that somebody asked for needs no schedule', async () => {
  const due = { ...DUE, guild: 'without', digest: ON_REQUEST };
  expect(await claimDigest(store, due, hold('a', 1_000))).toMatchObject(due);
});
