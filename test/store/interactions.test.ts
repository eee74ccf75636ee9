import { beforeEach, describe, expect, test } from 'vitest';
import {
  abandonedInteractions,
  claimInteraction,
  forgetOldInteractions,
  settleInteraction,
  TOKEN_LIFE,
  takeInteraction,
} from '../../src/store/interactions.js';
import { holdLease } from '../../src/store/leases.js';
import {
  abandonedMessages,
  claimMessage,
  recordReply,
  settleMessage,
  takeMessage,
} from '../../src/store/replies.js';
import { openStore, type Store } from '../../src/store/store.js';

const interaction = { interaction: 'i', application: 'a', token: 't' };
const message = { message: 'm', guild: null, channel: 'c' };

let store: Store;
beforeEach(async () => {
  store = await openStore({ url: ':memory:' });
});

const live = (holder: string) => holdLease(store, { name: `alone ${holder}`, holder }, 60_000);

describe('an interaction', () => {
  test('is claimed once', async () => {
    const claims = await Promise.all(
      ['one', 'two'].map((holder) => claimInteraction(store, interaction, 1, holder)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('is abandoned when its process holds no lease any more, until it is taken over once', async () => {
    await claimInteraction(store, interaction, 1, 'dead');
    await live('two');
    const [found] = await abandonedInteractions(store, 2);
    expect(found).toMatchObject({ ...interaction, holder: 'dead' });
    if (!found) throw new Error('nothing is abandoned');
    expect(await takeInteraction(store, found, 'two')).toBe(true);
    expect(await takeInteraction(store, found, 'three')).toBe(false);
    expect(await abandonedInteractions(store, 2)).toEqual([]);
  });

  test('is not abandoned while its process lives, once it is answered, or when Discord takes no answer any more', async () => {
    await live('one');
    await claimInteraction(store, interaction, 1, 'one');
    expect(await abandonedInteractions(store, 2)).toEqual([]);
    await claimInteraction(store, { ...interaction, interaction: 'j' }, 1, 'dead');
    expect(await abandonedInteractions(store, 1 + TOKEN_LIFE)).toEqual([]);
    await settleInteraction(store, 'j');
    expect(await abandonedInteractions(store, 2)).toEqual([]);
  });

  test('leaves no token when it is answered, and nothing when it is old', async () => {
    await claimInteraction(store, interaction, 1, 'one');
    await settleInteraction(store, 'i');
    expect((await store.execute('SELECT token FROM interactions')).rows).toEqual([{ token: null }]);
    await forgetOldInteractions(store, 1 + TOKEN_LIFE);
    expect((await store.execute('SELECT * FROM interactions')).rows).toEqual([]);
  });
});

describe('a message', () => {
  test('is abandoned when its process holds no lease any more, until it is taken over once', async () => {
    await claimMessage(store, message, 5, 'dead');
    const [found] = await abandonedMessages(store, 5);
    expect(found).toEqual({ ...message, holder: 'dead' });
    expect(await abandonedMessages(store, 6)).toEqual([]);
    if (!found) throw new Error('nothing is abandoned');
    expect(await takeMessage(store, found, 'two')).toBe(true);
    expect(await takeMessage(store, found, 'three')).toBe(false);
  });

  test.each([
    ['it is answered', () => recordReply(store, 'm', 'r')],
    ['there is to be no answer', () => settleMessage(store, 'm')],
    ['its process lives', () => live('one')],
  ])('is not when %s', async (_, happens) => {
    await claimMessage(store, message, 5, 'one');
    await happens();
    expect(await abandonedMessages(store, 5)).toEqual([]);
  });
});
