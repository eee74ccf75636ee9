import { expect, it } from 'vitest';
import { isoTimestamp } from '../../src/ingest/timestamp.js';

const NOW = new Date('2024-03-12T00:00:00Z');

it('takes a date as its source writes it', () => {
  expect(isoTimestamp('Mon, 11 Mar 2024 23:30:00 -0500', NOW)).toBe('2024-03-11T23:30:00-05:00');
});

it('allows for clocks that are a little ahead', () => {
  expect(isoTimestamp('2024-03-12T09:00:00Z', NOW)).toBe('2024-03-12T09:00:00Z');
});

it.each(['2099-01-01', '2024-03-14T00:00:00Z', '2024-02-30'])('takes %j for no date', (written) => {
  expect(isoTimestamp(written, NOW)).toBeNull();
});
