import { expect, test } from 'vitest';
import { HealthReporter } from '../../../src/discord/operator/health-reporter.js';
import type { Overview } from '../../../src/service/archive-service.js';
import { stubArchiveService } from '../stub-archive-service.js';

const SIZE: Overview = { articles: 5, passages: 39, published: null };

test('before anything is open, it knows of nothing', async () => {
  expect(await new HealthReporter().condition()).toEqual({ archive: null, shards: null, shardCount: null });
});

test('of an archive that answers, it tells the size', async () => {
  const health = new HealthReporter();
  health.service = stubArchiveService({ overview: async () => SIZE });
  expect((await health.condition()).archive).toEqual({ isOpen: true, articles: 5, passages: 39 });
});

test('of one that does not answer, it tells so, and the size that it had', async () => {
  const health = new HealthReporter();
  health.service = stubArchiveService({ overview: async () => SIZE });
  await health.condition();
  health.service = stubArchiveService({ overview: () => Promise.reject(new Error('away')) });
  expect((await health.condition()).archive).toEqual({ isOpen: false, articles: 5, passages: 39 });
});

test('one that is busy is open', async () => {
  const health = new HealthReporter();
  health.service = stubArchiveService({ overview: () => new Promise(() => {}) });
  expect((await health.condition()).archive).toMatchObject({ isOpen: true });
});
