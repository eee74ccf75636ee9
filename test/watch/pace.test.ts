import { describe, expect, test } from 'vitest';
import { nextMessage, type Pace } from '../../src/watch/pace.js';
import { readQuietHours } from '../../src/watch/quiet-hours.js';

const at = (time: string): number => Date.parse(`2026-03-${time}:00+01:00`);
const pace = (changes: Partial<Pace> = {}): Pace => ({
  most: 2,
  quiet: null,
  zone: 'Europe/Berlin',
  ...changes,
});
const article = (name: string, time: string, isMinor = false) => ({
  article: name,
  found: at(time),
  isMinor,
});
const night = { from: { hour: 22, minute: 0 }, until: { hour: 7, minute: 0 } };

describe('a watch', () => {
  test('tells one article at a time, the oldest first', () => {
    const waiting = [article('a', '10T12:00'), article('b', '10T12:01')];
    expect(nextMessage(pace(), waiting, [], at('10T12:02'))).toEqual({ isSummary: false, articles: ['a'] });
  });

  test('says nothing more once the day has had its alerts, and sums up in the morning', () => {
    const waiting = [article('c', '10T14:00'), article('d', '10T15:00')];
    const alerted = [at('10T09:00'), at('10T13:00')];
    expect(nextMessage(pace(), waiting, alerted, at('10T23:59'))).toBeNull();
    expect(nextMessage(pace(), waiting, alerted, at('11T08:00'))).toEqual({
      isSummary: true,
      articles: ['c', 'd'],
    });
  });

  test('has room again after midnight in the reader’s zone', () => {
    const waiting = [article('c', '11T00:10')];
    const alerted = [at('10T09:00'), at('10T23:50')];
    expect(nextMessage(pace(), waiting, alerted, at('11T00:11'))).toMatchObject({ isSummary: false });
    expect(nextMessage(pace({ zone: 'UTC' }), waiting, alerted, at('11T00:11'))).toBeNull();
  });

  test('is silent in quiet hours, and sums up at their end', () => {
    const waiting = [article('a', '10T23:00'), article('b', '11T03:00')];
    for (const time of ['10T23:01', '11T03:01', '11T06:59'])
      expect(nextMessage(pace({ quiet: night }), waiting, [], at(time))).toBeNull();
    expect(nextMessage(pace({ quiet: night }), waiting, [], at('11T07:00'))).toEqual({
      isSummary: true,
      articles: ['a', 'b'],
    });
  });

  test('leaves what says hardly anything new to the summary', () => {
    const waiting = [article('copy', '10T12:00', true)];
    expect(nextMessage(pace(), waiting, [], at('10T12:01'))).toBeNull();
    expect(nextMessage(pace(), waiting, [], at('11T08:00'))).toMatchObject({ isSummary: true });
  });

  test('with no alerts a day only sums up', () => {
    const waiting = [article('a', '10T12:00')];
    expect(nextMessage(pace({ most: 0 }), waiting, [], at('10T12:01'))).toBeNull();
    expect(nextMessage(pace({ most: 0 }), waiting, [], at('11T08:01'))).toMatchObject({ isSummary: true });
  });
});

describe('quiet hours', () => {
  test.each(['22-7', '22:00 – 07:00', 'from 10 pm to 7 am', '22h-7h'])('are read from “%s”', (typed) => {
    expect(readQuietHours(typed)).toEqual(night);
  });

  test.each(['at night', '22', '22-22', '25-7', '1-2-3'])('are not read from “%s”', (typed) => {
    expect(readQuietHours(typed)).toBeNull();
  });
});
