import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextOccurrence,
  occurrencesBetween,
  previousOccurrence,
  type Schedule,
} from '../../../src/digest/schedule/schedule.js';
import { wallClock } from '../../../src/digest/schedule/wall-clock.js';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const daily = (hour: number, minute: number, zone: string): Schedule => ({
  times: [{ hour, minute }],
  zone,
  days: EVERY_DAY,
});

/** The next times as the zone's clocks show them. */
function nextTimes(schedule: Schedule, after: string, count: number): string[] {
  const times: string[] = [];
  let last = new Date(after);
  for (let nth = 0; nth < count; nth++) {
    last = nextOccurrence(schedule, last);
    times.push(wallClock(last, schedule.zone).slice(0, 16));
  }
  return times;
}

test('an hour that does not exist is made up for on the same day', () => {
  // Berlin skips from 02:00 to 03:00 on 29 March 2026.
  expect(nextTimes(daily(2, 30, 'Europe/Berlin'), '2026-03-27T12:00Z', 3)).toEqual([
    '2026-03-28T02:30',
    '2026-03-29T03:00',
    '2026-03-30T02:30',
  ]);
});

test('an hour that comes twice is due once, the first time', () => {
  // Berlin has 02:00 to 03:00 twice on 25 October 2026.
  const times = occurrencesBetween(
    daily(2, 30, 'Europe/Berlin'),
    new Date('2026-10-24T12:00Z'),
    new Date('2026-10-25T12:00Z'),
    10,
  );
  expect(times.map((time) => time.toISOString())).toEqual(['2026-10-25T00:30:00.000Z']);
});

test('midnight that does not exist is made up for', () => {
  // Cairo skips from 00:00 to 01:00 on 24 April 2026.
  expect(nextTimes(daily(0, 0, 'Africa/Cairo'), '2026-04-23T12:00Z', 1)).toEqual(['2026-04-24T01:00']);
});

test('half an hour of summer time is a change like any other', () => {
  expect(nextTimes(daily(2, 15, 'Australia/Lord_Howe'), '2026-10-02T20:00Z', 2)).toEqual([
    '2026-10-04T02:30',
    '2026-10-05T02:15',
  ]);
});

test('29 February is a day', () => {
  expect(nextTimes(daily(8, 0, 'UTC'), '2028-02-28T12:00Z', 2)).toEqual([
    '2028-02-29T08:00',
    '2028-03-01T08:00',
  ]);
});

test('only on the days that were chosen', () => {
  const weekdays = { ...daily(8, 0, 'America/New_York'), days: [1, 2, 3, 4, 5] };
  expect(nextTimes(weekdays, '2026-11-20T20:00Z', 1)).toEqual(['2026-11-23T08:00']);
  expect(wallClock(previousOccurrence(weekdays, new Date('2026-11-23T12:00Z')), weekdays.zone)).toMatch(
    /^2026-11-20/,
  );
});

test('it is due at the very minute, and not before', () => {
  const schedule = daily(8, 0, 'UTC');
  const [due, before] = [new Date('2026-03-10T08:00Z'), new Date('2026-03-09T09:00Z')];
  expect(occurrencesBetween(schedule, before, due, 5)).toEqual([due]);
  expect(occurrencesBetween(schedule, before, new Date(due.getTime() - 1), 5)).toEqual([]);
  expect(occurrencesBetween(schedule, due, due, 5)).toEqual([]);
});

describe('in any zone, at any hour', () => {
  const times = fc.record({
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  });
  const schedules = fc.record({
    times: fc.tuple(times),
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    days: fc.constant(EVERY_DAY),
  });
  const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

  test('a daily digest is due once on each day', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, from) => {
        const days = nextTimes(schedule, from.toISOString(), 10).map((time) => time.slice(0, 10));
        expect(new Set(days).size).toBe(10);
        const span = (Date.parse(days[9] ?? '') - Date.parse(days[0] ?? '')) / 86_400_000;
        expect(span).toBe(9);
      }),
      { numRuns: 40 },
    );
  });

  test('looking back finds what looking ahead announced', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, from) => {
        const next = nextOccurrence(schedule, from);
        expect(occurrencesBetween(schedule, from, next, 5)).toEqual([next]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('several times a day', () => {
  const twice: Schedule = {
    times: [
      { hour: 8, minute: 30 },
      { hour: 18, minute: 0 },
    ],
    zone: 'UTC',
    days: [1],
  };
  const monday = (time: string): Date => new Date(`2026-03-09T${time}Z`);

  test('each is due, on the chosen days', () => {
    expect(nextTimes(twice, '2026-03-09T00:00:00Z', 3)).toEqual([
      '2026-03-09T08:30',
      '2026-03-09T18:00',
      '2026-03-16T08:30',
    ]);
  });

  test('each covers the time since the one before', () => {
    expect(previousOccurrence(twice, monday('18:00'))).toEqual(monday('08:30'));
    expect(previousOccurrence(twice, monday('08:30'))).toEqual(new Date('2026-03-02T18:00Z'));
  });

  test('those that were missed are found newest first, and no more than wanted', () => {
    const missed = occurrencesBetween(twice, new Date('2026-03-02T12:00Z'), monday('20:00'), 2);
    expect(missed).toEqual([monday('18:00'), monday('08:30')]);
  });

  test('two that fall on one moment when the clocks go forward are due once', () => {
    const times = [
      { hour: 2, minute: 0 },
      { hour: 3, minute: 0 },
    ];
    const early = { times, zone: 'Europe/Berlin', days: EVERY_DAY };
    const due = occurrencesBetween(early, new Date('2026-03-28T12:00Z'), new Date('2026-03-29T12:00Z'), 9);
    expect(due.map((each) => each.toISOString())).toEqual(['2026-03-29T01:00:00.000Z']);
  });
});
