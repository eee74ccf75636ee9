import { beforeEach, expect, test } from 'vitest';
import {
  claimMessage,
  findAnsweredMessage,
  findReply,
  forgetOldReplies,
  recordReply,
} from '../../src/store/replies.js';
import { openStore, type Store } from '../../src/store/store.js';

const message = (id: string) => ({ message: id, guild: 'g', channel: 'c' });

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

test('a message is claimed once', async () => {
  const claims = await Promise.all([1, 2, 3].map((now) => claimMessage(store, message('m'), now)));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test('the reply to a message is found by the message', async () => {
  await claimMessage(store, message('m'), 5);
  expect(await findReply(store, 'm')).toEqual({ channel: 'c', reply: null, claimed: 5 });
  await recordReply(store, 'm', 'r');
  expect(await findReply(store, 'm')).toEqual({ channel: 'c', reply: 'r', claimed: 5 });
  expect(await findReply(store, 'other')).toBeNull();
  expect(await findAnsweredMessage(store, 'r')).toBe('m');
});

test('replies are forgotten after thirty days', async () => {
  const day = 86_400_000;
  await claimMessage(store, message('old'), 0);
  await claimMessage(store, message('new'), 2 * day);
  await forgetOldReplies(store, 31 * day);
  expect(await findReply(store, 'old')).toBeNull();
  expect(await findReply(store, 'new')).not.toBeNull();
  await forgetOldReplies(store, 31 * day, 20);
  expect(await findReply(store, 'new')).toBeNull();
});
