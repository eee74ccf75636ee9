import { describe, expect, test } from 'vitest';
import { dayOfArticle, periodBetween, periodOfDays } from '../../../src/digest/schedule/period.js';
import { keyOfDays, keyOfSpan, periodOfKey } from '../../../src/digest/schedule/period-key.js';

const published = (moment: string, added: string | null = null) => ({ published: moment, added });

test('an article belongs to the day it was published, else to the day it was added', () => {
  expect(dayOfArticle(published('2020-01-05T23:30:00-05:00', '2020-01-09'))).toBe('2020-01-05');
  expect(dayOfArticle({ published: null, added: '2020-01-09T04:00:00Z' })).toBe('2020-01-09');
  expect(dayOfArticle({ published: null, added: null })).toBeNull();
});

test('a period of days has all articles of its first and its last day', () => {
  const period = periodOfDays('2020-01-04', '2020-01-05');
  const inside = ['2020-01-03', '2020-01-04', '2020-01-05T23:59:00Z', '2020-01-06'].map((day) =>
    period.includes(published(day)),
  );
  expect(inside).toEqual([false, true, true, false]);
  expect(period.date).toBe('2020-01-05');
});

describe('the period between two digests', () => {
  const period = periodBetween(new Date('2026-03-09T07:00Z'), new Date('2026-03-10T07:00Z'), 'Europe/Berlin');

  test('bears the date of the later one, in the zone', () => {
    expect(period.date).toBe('2026-03-10');
  });

  test('begins with the one and ends before the other', () => {
    const at = (moment: string) => period.includes(published(moment));
    expect(at('2026-03-09T06:59:59Z')).toBe(false);
    expect(at('2026-03-09T07:00:00Z')).toBe(true);
    expect(at('2026-03-10T06:59:59Z')).toBe(true);
    expect(at('2026-03-10T07:00:00Z')).toBe(false);
  });

  test('has the articles of a day without a time that ended in it', () => {
    expect(period.includes(published('2026-03-09'))).toBe(true);
    expect(period.includes(published('2026-03-10'))).toBe(false);
  });

  test('has what came in after the last digest, though it was published before', () => {
    expect(period.includes(published('2026-03-09T06:50:00Z', '2026-03-09T07:10:00Z'))).toBe(true);
    expect(period.includes(published('2026-03-09T06:50:00Z', '2026-03-09T06:55:00Z'))).toBe(false);
  });

  test('has no old articles that were collected in it', () => {
    expect(period.includes(published('2026-02-01T06:50:00Z', '2026-03-09T08:00:00Z'))).toBe(false);
  });

  test('has what says nothing but when it was added', () => {
    expect(period.includes({ published: null, added: '2026-03-09T12:00:00Z' })).toBe(true);
  });
});

test('two periods in a row share no article and lose none', () => {
  const days = ['2026-03-28T07:00Z', '2026-03-29T06:00Z', '2026-03-30T06:00Z'].map((day) => new Date(day));
  const [from, middle, to] = days as [Date, Date, Date];
  const periods = [periodBetween(from, middle, 'Europe/Berlin'), periodBetween(middle, to, 'Europe/Berlin')];
  for (let moment = from.getTime(); moment < to.getTime(); moment += 7 * 60_000) {
    const article = published(new Date(moment).toISOString());
    expect(periods.filter((period) => period.includes(article))).toHaveLength(1);
  }
});

test('a key gives its period back', () => {
  const span = periodOfKey(
    keyOfSpan(new Date('2026-03-09T07:00Z'), new Date('2026-03-10T07:00Z'), 'Asia/Tokyo'),
  );
  expect(span?.date).toBe('2026-03-10');
  expect(span?.includes(published('2026-03-09T20:00:00Z'))).toBe(true);
  expect(periodOfKey(keyOfDays('2020-01-04', '2020-01-05'))?.includes(published('2020-01-04'))).toBe(true);
});

test.each(['', 'days,soon,later', 'span,!,!,UTC', 'span,k,l,Nowhere/City', 'x'])('“%s” is no key', (key) => {
  expect(periodOfKey(key)).toBeNull();
});

test.each([
  ['2026-06-15T08:00+02:00', '2026-06-22T08:00+02:00', ['2026-06-15', '2026-06-21']],
  ['2026-06-14T18:00+02:00', '2026-06-21T18:00+02:00', ['2026-06-15', '2026-06-21']],
  ['2026-06-19T08:00+02:00', '2026-06-22T08:00+02:00', ['2026-06-19', '2026-06-21']],
  ['2026-06-21T08:00+02:00', '2026-06-22T08:00+02:00', null],
  ['2026-06-22T02:00+02:00', '2026-06-22T08:00+02:00', null],
])('a digest from %s to %s tells of the days %o', (from, to, days) => {
  const key = keyOfSpan(new Date(from), new Date(to), 'Europe/Berlin');
  expect(periodOfKey(key)?.days).toEqual(days);
});

test('before a period of less than a day is the day before it', () => {
  const key = keyOfSpan(new Date('2026-06-22T02:00Z'), new Date('2026-06-22T08:00Z'), 'UTC');
  const before = periodOfKey(key)?.before();
  expect(before?.includes({ published: '2026-06-21T03:00:00Z', added: null })).toBe(true);
  expect(before?.includes({ published: '2026-06-22T03:00:00Z', added: null })).toBe(false);
});
