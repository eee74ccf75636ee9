import { beforeEach, expect, test } from 'vitest';
import {
  abandonDigests,
  claimDigest,
  forgetOldDigests,
  lastDigests,
  reclaimDigest,
  recordOutcome,
  recordTry,
} from '../../src/store/digest-sends.js';
import { openStore, type Store } from '../../src/store/store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

const DUE = { guild: 'g', due: 1_000, channel: 'c', period: 'p' };
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

test('what waits is given up when the schedule ends', async () => {
  await claimDigest(store, DUE, hold('a', 1_000));
  await recordOutcome(store, DUE, 'a', { state: 'waiting', nextTry: 2_000 });
  await abandonDigests(store, 'g', 'stopped');
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
