import { expect, test } from 'vitest';
import { ailments } from '../../src/metrics/condition.js';

const archive = { isOpen: true, articles: 5, passages: 60 };
const shard = (number: number, isConnected: boolean) => ({ shard: number, isConnected, ping: null });

test.each([
  ['is well', { archive, shards: [shard(0, true), shard(1, true)] }, []],
  ['is well while others serve all shards', { archive, shards: [] }, []],
  [
    'is not well while it starts',
    { archive: null, shards: null },
    ['the archive is being opened', 'not connected to Discord yet'],
  ],
  [
    'is not well while the archive is away',
    { archive: { ...archive, isOpen: false }, shards: [shard(0, true)] },
    ['the archive does not answer; it is being opened again'],
  ],
  [
    'is not well while a shard is not connected',
    { archive, shards: [shard(0, true), shard(1, false), shard(4, false)] },
    ['not connected to Discord (shards 1, 4)'],
  ],
])('a bot %s', (_, condition, expected) => {
  expect(ailments(condition)).toEqual(expected);
});
