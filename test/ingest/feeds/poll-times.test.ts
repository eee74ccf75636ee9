import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxAge, nextPoll, retryAfter } from '../../../src/ingest/feeds/poll-times.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2024, 2, 11);
const usual = { now: NOW, interval: null, failures: 0, retryAfter: null, random: 0 };

function wait(
  circumstances: Partial<typeof usual> | { interval?: number; retryAfter?: number; failures?: number },
): number {
  return (nextPoll({ ...usual, ...circumstances }) - NOW) / MINUTE;
}

describe('the next poll', () => {
  it('comes in half an hour where the feed wishes nothing', () => {
    expect(wait({})).toBe(30);
  });

  it('follows the wish of the feed, within reason', () => {
    expect([2 * 60, 1, 7 * 24 * 60].map((minutes) => wait({ interval: minutes * MINUTE }))).toEqual([
      120, 10, 1440,
    ]);
  });

  it('comes ever later while the feed fails, but comes every day', () => {
    expect([1, 2, 3, 50].map((failures) => wait({ failures }))).toEqual([60, 120, 240, 1440]);
  });

  it('does as Retry-After says, up to a week', () => {
    expect(wait({ failures: 1, retryAfter: 3 * 60 * MINUTE })).toBe(180);
    expect(wait({ failures: 1, retryAfter: MINUTE })).toBe(60);
    expect(wait({ failures: 1, retryAfter: 365 * DAY })).toBe(7 * 24 * 60);
  });

  it('comes after the hours and days that the feed skips', () => {
    // Monday, midnight.
    const next = (skip: { hours: number[]; days: number[] }) =>
      new Date(nextPoll({ ...usual, skip })).toISOString();
    expect(next({ hours: [0, 1, 2], days: [] })).toBe('2024-03-11T03:00:00.000Z');
    expect(next({ hours: [0], days: [1] })).toBe('2024-03-12T01:00:00.000Z');
    expect(next({ hours: [], days: [0, 1, 2, 3, 4, 5, 6] })).toBe('2024-03-11T00:30:00.000Z');
  });

  it('is never before what was asked for, nor much after it', () => {
    fc.assert(
      fc.property(
        fc.record({
          now: fc.constant(NOW),
          interval: fc.option(fc.nat(400 * DAY)),
          failures: fc.nat(1_000),
          retryAfter: fc.option(fc.nat(400 * DAY)),
          random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        }),
        (circumstances) => {
          const later = nextPoll(circumstances) - NOW;
          expect(later).toBeGreaterThanOrEqual(Math.min(circumstances.retryAfter ?? 0, 7 * DAY));
          expect(later).toBeGreaterThanOrEqual(10 * MINUTE);
          expect(later).toBeLessThanOrEqual(7 * DAY * 1.2);
        },
      ),
    );
  });
});

describe('what servers say of time', () => {
  it('is read from Retry-After', () => {
    const headers = [
      '120',
      'Mon, 11 Mar 2024 01:00:00 GMT',
      '-5',
      'soon',
      'Sun, 10 Mar 2024 00:00:00 GMT',
      null,
    ];
    expect(headers.map((header) => retryAfter(header, NOW))).toEqual([
      2 * MINUTE,
      60 * MINUTE,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is read from Cache-Control', () => {
    expect(['public, max-age=600', 'no-cache', 'max-age=0', 's-maxage=9', null].map(maxAge)).toEqual([
      600_000,
      null,
      null,
      null,
      null,
    ]);
  });
});
