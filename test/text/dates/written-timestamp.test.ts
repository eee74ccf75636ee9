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
    ['CET', '+01:00'],
    ['CEST', '+02:00'],
    ['BST', '+01:00'],
    ['IST', '+05:30'],
    ['EDT', '-04:00'],
    ['PST', '-08:00'],
    ['AEST', '+10:00'],
    ['ACDT', '+10:30'],
    ['NZDT', '+13:00'],
    ['JST', '+09:00'],
    ['NST', '-03:30'],
    ['MSK', '+03:00'],
    ['UT', 'Z'],
  ])('knows the zone %s', (zone, offset) => {
    expect(writtenTimestamp(`Mon, 11 Mar 2024 10:00:00 ${zone}`)).toBe(`2024-03-11T10:00:00${offset}`);
  });

  it('is a day where nobody can tell what the zone means', () => {
    expect(writtenTimestamp('Mon, 11 Mar 2024 10:00:00 ET')).toBe('2024-03-11');
    expect(writtenTimestamp('Mon, 11 Mar 2024 10:00:00 XYZT')).toBe('2024-03-11');
  });

  it.each([
    ['11. März 2024', 'German'],
    ['Mo., 11. Mrz. 2024', 'German, short'],
    ['11 mars 2024', 'French'],
    ['lundi 11 mars 2024 à 10h30', 'French, with a time'],
    ['11 de marzo de 2024', 'Spanish'],
    ['11 de março de 2024', 'Portuguese'],
    ['11 marzo 2024', 'Italian'],
    ['11 maart 2024', 'Dutch'],
    ['11 марта 2024 г.', 'Russian'],
    ['11 березня 2024', 'Ukrainian'],
    ['11 marca 2024', 'Polish'],
    ['11. března 2024', 'Czech'],
    ['2024. március 11.', 'Hungarian'],
    ['11 Mart 2024', 'Turkish'],
    ['11. maaliskuuta 2024', 'Finnish'],
    ['11 Μαρτίου 2024', 'Greek'],
    ['2024年3月11日', 'Chinese and Japanese'],
    ['2024년 3월 11일', 'Korean'],
  ])('reads %s, as it is written in %s', (written) => {
    expect(writtenTimestamp(written)).toBe('2024-03-11');
  });

  it.each([
    ['Monday,March 11,2024 13:14 pm', '2024-03-11'],
    ['Mon,11 Mar 2024 10:00:00 GMT', '2024-03-11T10:00:00Z'],
    ['Mon, 11 Mar 24 10:00:00 GMT', '2024-03-11T10:00:00Z'],
    ['Mon Mar 11 23:30:00 PDT 2024', '2024-03-11T23:30:00-07:00'],
    ['2024-03-11 08:00:00 +0000 UTC', '2024-03-11T08:00:00Z'],
    ['March 11th, 2024 at 10:05 PM EST', '2024-03-11T22:05:00-05:00'],
    ['11-Mar-2024', '2024-03-11'],
    ['11.03.2024', '2024-03-11'],
    ['20240311', '2024-03-11'],
    ['2024-03-11T08:00:00.123456', '2024-03-11'],
  ])('reads the odd form %j', (written, iso) => {
    expect(writtenTimestamp(written)).toBe(iso);
  });

  it('is neither of two days, unless something tells which', () => {
    expect(writtenTimestamp('5/1/2020')).toBeNull();
    expect(writtenTimestamp('5/1/2020', 'day first')).toBe('2020-01-05');
    expect(writtenTimestamp('5/1/2020', 'month first')).toBe('2020-05-01');
    expect(writtenTimestamp('28/1/2020')).toBe('2020-01-28');
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
