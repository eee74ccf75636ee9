import { expect, test } from 'vitest';
import { readTimeOfDay } from '../../../src/digest/schedule/time-words.js';
import { readWeekdays } from '../../../src/digest/schedule/weekday-words.js';

test.each<[string, number, number]>([
  ['half past 8', 8, 30],
  ['half past eight in the evening', 20, 30],
  ['half 8', 8, 30],
  ['quarter to 9', 8, 45],
  ['a quarter past seven am', 7, 15],
  ['20 past 6pm', 18, 20],
  ['ten to midnight', 23, 50],
  ['quarter to midnight', 23, 45],
  ['eight', 8, 0],
  ['nine in the evening', 21, 0],
])('“%s” is %i:%i', (typed, hour, minute) => {
  expect(readTimeOfDay(typed)).toEqual({ hour, minute });
});

test.each(['half past', 'half to 8', 'quarter 8', '70 past 8', 'half past 8:30', 'ten eight', 'thirteen'])(
  '“%s” is no time',
  (typed) => expect(readTimeOfDay(typed)).toBeNull(),
);

test.each<[string, number[]]>([
  ['every day except sunday', [1, 2, 3, 4, 5, 6]],
  ['except sunday', [1, 2, 3, 4, 5, 6]],
  ['daily but not on weekends', [1, 2, 3, 4, 5]],
  ['every day, except for sat and sun', [1, 2, 3, 4, 5]],
  ['weekdays without friday', [1, 2, 3, 4]],
  ['mon-fri', [1, 2, 3, 4, 5]],
])('“%s” leaves out what it says', (typed, days) => {
  expect(readWeekdays(typed)).toEqual(days);
});

test.each([
  'except',
  'every day except',
  'monday except monday',
  'except sunday except monday',
  'except fun',
])('“%s” is no days', (typed) => expect(readWeekdays(typed)).toBeNull());
