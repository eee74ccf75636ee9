import { expect, test } from 'vitest';
import { readSchedule, scheduleInWords } from '../../../src/digest/schedule/schedule-words.js';

test.each([
  ['08:00', 8, 0],
  ['8', 8, 0],
  ['8.30', 8, 30],
  ['8:30 pm', 20, 30],
  ['12 am', 0, 0],
  ['12pm', 12, 0],
  ['20h', 20, 0],
  ['23:59', 23, 59],
  ['noon', 12, 0],
  ['midnight', 0, 0],
  ['0800', 8, 0],
  ['1730', 17, 30],
  ['8am', 8, 0],
  ['at 8 o’clock', 8, 0],
  ['8 in the evening', 20, 0],
  ['16 Uhr', 16, 0],
])('“%s” is a time', (typed, hour, minute) => {
  expect(readSchedule(typed, 'UTC', null).times).toEqual([{ hour, minute }]);
});

test.each(['', 'noonish', '24:00', '8:60', '13 pm', '0 am', '8:3'])('“%s” is none', (typed) => {
  expect(() => readSchedule(typed, 'UTC', null)).toThrow('no time of day');
});

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['new york', 'America/New_York'],
  ['UTC+5:30', 'Asia/Kolkata'],
  ['utc5:30', 'Asia/Kolkata'],
  ['mumbai', 'Asia/Kolkata'],
  ['NYC', 'America/New_York'],
  ['Tokyo Japan', 'Asia/Tokyo'],
  ['Berlin time', 'Europe/Berlin'],
])('“%s” is a zone', (typed, zone) => {
  expect(readSchedule('8', typed, null).zone).toBe(zone);
});

test('a zone that may be several is asked back, with the choices', () => {
  expect(() => readSchedule('8', 'ist', null)).toThrow(
    expect.objectContaining({
      code: 'zone-unclear',
      message: '“ist” may mean more than one time zone.',
      hint: 'Write which: Asia/Kolkata (IST, India), Asia/Jerusalem (IST, Israel), Europe/Dublin (IST, Ireland)',
    }),
  );
});

test('the beginning of a name is no zone, but says what it may become', () => {
  expect(() => readSchedule('8', 'Istanb', null)).toThrow(
    expect.objectContaining({ code: 'zone-unknown', hint: 'Do you mean Europe/Istanbul (Turkey)?' }),
  );
});

test.each(['', 'Atlantis', 'Europe/Atlantis', 'constructor', '__proto__'])('“%s” is no zone', (typed) => {
  expect(() => readSchedule('8', typed, null)).toThrow('no time zone');
});

test.each([
  [null, [0, 1, 2, 3, 4, 5, 6]],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['Mon, Wed, Fri', [1, 3, 5]],
  ['saturdays and sundays', [0, 6]],
  ['mon-fri', [1, 2, 3, 4, 5]],
  ['Monday to Friday', [1, 2, 3, 4, 5]],
  ['fri – mon', [0, 1, 5, 6]],
  ['mon/wed & sat', [1, 3, 6]],
  ['every weekday', [1, 2, 3, 4, 5]],
  ['on weekends', [0, 6]],
  ['7 days a week', [0, 1, 2, 3, 4, 5, 6]],
])('“%s” names days', (typed, days) => {
  expect(readSchedule('8', 'UTC', typed).days).toEqual(days);
});

test.each(['', 'Caturday', 'm', 'mon-fri-sat'])('“%s” names none', (typed) => {
  expect(() => readSchedule('8', 'UTC', typed)).toThrow('names no days');
});

test('a schedule is said as people say it', () => {
  expect(scheduleInWords(readSchedule('7:05', 'UTC', 'mon thu'))).toBe('07:05, Monday, Thursday (UTC)');
  expect(scheduleInWords(readSchedule('18', 'Asia/Tokyo', 'weekends'))).toBe('18:00, weekends (Asia/Tokyo)');
  expect(scheduleInWords(readSchedule('18', 'UTC+5', null))).toBe('18:00, every day (UTC+5)');
});

const clocks = (typed: string): string[] =>
  readSchedule(typed, 'UTC', null).times.map(
    ({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  );

test.each([
  ['8, 18', ['08:00', '18:00']],
  ['6 pm and 8:30 am', ['08:30', '18:00']],
  ['8:00, 8 am', ['08:00']],
  ['every 6 hours', ['00:00', '06:00', '12:00', '18:00']],
  ['every 8 hours from 7:30', ['07:30', '15:30', '23:30']],
  ['every twelve hours, starting at 8 pm', ['08:00', '20:00']],
])('“%s” are times', (typed, expected) => {
  expect(clocks(typed)).toEqual(expected);
});

test.each(['hourly', 'every hour', 'every 1 hour'])('“%s” is 24 times a day', (typed) => {
  expect(clocks(typed)).toHaveLength(24);
});

test.each(['every 5 hours', 'every 0 hours', 'every 36 hours'])(
  '“%s” does not come out even in a day',
  (typed) => {
    expect(() => readSchedule(typed, 'UTC', null)).toThrow(expect.objectContaining({ code: 'hours-uneven' }));
  },
);

test.each(['8, soon', 'every 6 hours from noonish', 'every few hours'])('“%s” are none', (typed) => {
  expect(() => readSchedule(typed, 'UTC', null)).toThrow('no time of day');
});

test('several times are said as people say them', () => {
  const said = (typed: string): string => scheduleInWords(readSchedule(typed, 'UTC', null));
  expect(said('8 and 18:30')).toBe('08:00 and 18:30, every day (UTC)');
  expect(said('7, 12, 18')).toBe('07:00, 12:00 and 18:00, every day (UTC)');
  expect(said('every 6 hours from 7:30')).toBe('every 6 hours from 01:30, every day (UTC)');
  expect(said('hourly')).toBe('every hour from 00:00, every day (UTC)');
});
