import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoTimestamp } from '../../src/ingest/timestamp.js';

const NOW = new Date('2024-03-12T00:00:00Z');

describe('a date as sources write it', () => {
  it.each([
    ['2024-03-11', '2024-03-11'],
    ['2024-03-11T08:00:00Z', '2024-03-11T08:00:00Z'],
    ['2024-03-11T23:30:00-05:00', '2024-03-11T23:30:00-05:00'],
    ['2024-03-11T08:00+0100', '2024-03-11T08:00:00+01:00'],
    ['2024-03-11T08:00:00', '2024-03-11'],
    ['2024-03-11 08:00:00', '2024-03-11'],
    ['Mon, 11 Mar 2024 23:30:00 -0500', '2024-03-11T23:30:00-05:00'],
    ['Mon, 11 Mar 2024 10:00:00 GMT', '2024-03-11T10:00:00Z'],
    ['March 11, 2024', '2024-03-11'],
    ['2099-01-01', null],
    ['0001-01-01', null],
    ['2024-13-45', null],
    ['yesterday', null],
    ['', null],
  ])('%j is %j', (written, iso) => {
    expect(isoTimestamp(written, NOW)).toBe(iso);
  });

  it('is a date in the form of front matter, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        ),
        (written) => {
          expect(isoTimestamp(written, NOW) ?? '2024-03-11').toMatch(
            /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?$/,
          );
        },
      ),
    );
  });
});
