import { beforeEach, expect, test } from 'vitest';
import { claimMessage, findReply, forgetOldReplies, recordReply } from '../../src/store/replies.js';
import { openStore, type Store } from '../../src/store/store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

test('a message is claimed once', async () => {
  const claims = await Promise.all([1, 2, 3].map((now) => claimMessage(store, 'm', 'c', now)));
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test('the reply to a message is found by the message', async () => {
  await claimMessage(store, 'm', 'c', 5);
  expect(await findReply(store, 'm')).toEqual({ channel: 'c', reply: null, claimed: 5 });
  await recordReply(store, 'm', 'r');
  expect(await findReply(store, 'm')).toEqual({ channel: 'c', reply: 'r', claimed: 5 });
  expect(await findReply(store, 'other')).toBeNull();
});

test('replies are forgotten after thirty days', async () => {
  const day = 86_400_000;
  await claimMessage(store, 'old', 'c', 0);
  await claimMessage(store, 'new', 'c', 2 * day);
  await forgetOldReplies(store, 31 * day);
  expect(await findReply(store, 'old')).toBeNull();
  expect(await findReply(store, 'new')).not.toBeNull();
});
