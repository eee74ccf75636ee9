import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetOldLeases, holdLease, readLeases, releaseLease, renewLeases } from '../../src/store/leases.js';
import { openStore, type Store } from '../../src/store/store.js';

const LONG = 60_000;
const feeds = (holder: string) => ({ name: 'feeds', holder });

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});
afterEach(() => store.close());

test('of several who want a lease, one gets it, and may renew it', async () => {
  const taken = await Promise.all(['a', 'b', 'c'].map((holder) => holdLease(store, feeds(holder), LONG)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  const [held] = await readLeases(store);
  expect(await holdLease(store, feeds(held?.holder ?? ''), LONG)).toBe(true);
});

test('a lease that ran out is free', async () => {
  await holdLease(store, feeds('a'), 20);
  await delay(40);
  expect(await readLeases(store)).toEqual([]);
  expect(await holdLease(store, feeds('b'), LONG)).toBe(true);
  expect(await holdLease(store, feeds('a'), LONG)).toBe(false);
});

test('a lease that was given back is free; only its holder can give it back', async () => {
  await holdLease(store, feeds('a'), LONG);
  await releaseLease(store, feeds('b'));
  expect(await holdLease(store, feeds('b'), LONG)).toBe(false);
  await releaseLease(store, feeds('a'));
  expect(await holdLease(store, feeds('b'), LONG)).toBe(true);
});

test('renewing keeps all that one holds, and takes nothing from others', async () => {
  await holdLease(store, { name: 'one', holder: 'a' }, 20);
  await holdLease(store, { name: 'two', holder: 'a' }, 20);
  await holdLease(store, { name: 'three', holder: 'b' }, 20);
  await renewLeases(store, 'a', LONG);
  await delay(40);
  expect((await readLeases(store)).map(({ name }) => name)).toEqual(['one', 'two']);
});

test('what ran out long ago is forgotten', async () => {
  await holdLease(store, feeds('a'), 1);
  await holdLease(store, { name: 'process', holder: 'b' }, LONG);
  await delay(30);
  await forgetOldLeases(store, 10);
  expect((await store.execute('SELECT name FROM leases')).rows.map(({ name }) => name)).toEqual(['process']);
});
