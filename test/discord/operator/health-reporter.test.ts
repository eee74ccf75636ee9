import { expect, test } from 'vitest';
import { Overseer } from '../../../src/discord/operator/health-reporter.js';
import type { Overview } from '../../../src/service/archive-service.js';
import { stubNewsroom } from '../stub-archive-service.js';

const SIZE: Overview = { articles: 5, passages: 39, published: null, newestDay: null };

test('before anything is open, it knows of nothing', async () => {
  expect(await new Overseer().condition()).toEqual({ archive: null, shards: null, shardCount: null });
});

test('of an archive that answers, it tells the size', async () => {
  const overseer = new Overseer();
  overseer.newsroom = stubNewsroom({ overview: async () => SIZE });
  expect((await overseer.condition()).archive).toEqual({ isOpen: true, articles: 5, passages: 39 });
});

test('of one that does not answer, it tells so, and the size that it had', async () => {
  const overseer = new Overseer();
  overseer.newsroom = stubNewsroom({ overview: async () => SIZE });
  await overseer.condition();
  overseer.newsroom = stubNewsroom({ overview: () => Promise.reject(new Error('away')) });
  expect((await overseer.condition()).archive).toEqual({ isOpen: false, articles: 5, passages: 39 });
});

test('one that is busy is open', async () => {
  const overseer = new Overseer();
  overseer.newsroom = stubNewsroom({ overview: () => new Promise(() => {}) });
  expect((await overseer.condition()).archive).toMatchObject({ isOpen: true });
});
