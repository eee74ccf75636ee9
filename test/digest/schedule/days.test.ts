import { expect, test } from 'vitest';
import { readDay } from '../../../src/digest/schedule/days.js';

/** A Wednesday. */
const TODAY = '2020-01-08';

test.each([
  ['2020-01-05', '2020-01-05'],
  ['2020-1-5', '2020-01-05'],
  ['2020/01/05', '2020-01-05'],
  ['20200105', '2020-01-05'],
  ['5 January 2020', '2020-01-05'],
  ['January 5, 2020', '2020-01-05'],
  ['Sunday 5 January', '2020-01-05'],
  ['5th of January', '2020-01-05'],
  ['13/01/2020', '2020-01-13'],
  ['01/13/2020', '2020-01-13'],
  ['today', '2020-01-08'],
  [' Yesterday ', '2020-01-07'],
  ['the day before yesterday', '2020-01-06'],
  ['3 days ago', '2020-01-05'],
  ['last Friday', '2020-01-03'],
  ['on Sunday', '2020-01-05'],
])('“%s” is a day', (typed, day) => {
  expect(readDay(typed, TODAY)).toBe(day);
});

test('a day without a year is the latest one', () => {
  expect(readDay('25 December', TODAY)).toBe('2019-12-25');
  expect(readDay('Jan 31', TODAY)).toBe('2019-01-31');
});

test.each(['', 'soon', 'last week', 'January 2020', '2020-02-30', '5.1.2020', '5 January 2020 please'])(
  '“%s” is none',
  (typed) => {
    expect(readDay(typed, TODAY)).toBeNull();
  },
);
