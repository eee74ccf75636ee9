import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writtenTimestamp } from '../../../src/text/dates/written-timestamp.js';

describe('a date as sources write it', () => {
  it.each([
    ['2024-03-11', '2024-03-11'],
    ['2024-03-11T08:00:00Z', '2024-03-11T08:00:00Z'],
    ['2024-03-11t08:00:00z', '2024-03-11T08:00:00Z'],
    ['2024-03-11T08:00:00.250Z', '2024-03-11T08:00:00.250Z'],
    ['2024-03-11T23:30:00-05:00', '2024-03-11T23:30:00-05:00'],
    ['2024-03-11T08:00+0100', '2024-03-11T08:00:00+01:00'],
    ['2024-03-11 08:00:00 +0530', '2024-03-11T08:00:00+05:30'],
    ['2024-03-11T08:00:00', '2024-03-11'],
    ['2024-03-11 08:00:00', '2024-03-11'],
    ['Mon, 11 Mar 2024 23:30:00 -0500', '2024-03-11T23:30:00-05:00'],
    ['Mon, 11 Mar 2024 10:00:00 GMT', '2024-03-11T10:00:00Z'],
    ['Mon, 11 Mar 2024 10:00:00 Z', '2024-03-11T10:00:00Z'],
    ['Mon Mar 11 2024 23:30:00 GMT+0100 (Central European Standard Time)', '2024-03-11T23:30:00+01:00'],
    ['March 11, 2024', '2024-03-11'],
    ['2024-02-29', '2024-02-29'],
  ])('%j is %j', (written, iso) => {
    expect(writtenTimestamp(written)).toBe(iso);
  });

  it('stays on the day that the source counts, where the zone has a name', () => {
    expect(writtenTimestamp('Mon, 11 Mar 2024 23:30:00 EDT')).toBe('2024-03-11T23:30:00-04:00');
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-02-30T08:00:00Z',
    '2024-02-30 08:00:00',
    '31 Sep 2024',
    'Sun, 31 Sep 2024 01:00:00 GMT',
    'February 30, 2024',
    '2024/02/31',
    '02/31/2024',
    '2024-13-45',
    '2024-00-10',
    '0001-01-01',
  ])('%j is no date, as no calendar has it', (written) => {
    expect(writtenTimestamp(written)).toBeNull();
  });

  it.each([
    '2024-03-11T24:00:00Z',
    '2024-03-11T25:61:00Z',
    '2024-03-11T23:59:60Z',
    '2024-03-11T08:00:00+99:00',
    'Mon, 11 Mar 2024 24:00:00 GMT',
  ])('%j is a day with a time that no clock shows', (written) => {
    expect(writtenTimestamp(written)).toBe('2024-03-11');
  });

  it.each(['yesterday', 'March 2024', '2024', '', `${'March 11, 2024 '.repeat(1000)}`])(
    '%.20j is none',
    (written) => {
      expect(writtenTimestamp(written)).toBeNull();
    },
  );

  it('is an ISO 8601 date or timestamp, or none', () => {
    const iso = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
    const number = (digits: number) =>
      fc.nat(10 ** digits - 1).map((each) => String(each).padStart(digits, '0'));
    const anyDate = fc.tuple(number(4), number(2), number(2)).map((parts) => parts.join('-'));
    const anyTime = fc
      .tuple(number(2), number(2), number(2), fc.constantFrom('', 'Z', ' GMT', '+0100', '-00:00', '+25:00'))
      .map(([hour, minute, second, zone]) => `${hour}:${minute}:${second}${zone}`);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          fc.tuple(anyDate, fc.constantFrom('T', ' '), anyTime).map((parts) => parts.join('')),
        ),
        (written) => {
          const timestamp = writtenTimestamp(written);
          expect(timestamp === null || iso.safeParse(timestamp).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
