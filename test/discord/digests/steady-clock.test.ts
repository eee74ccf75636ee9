import { beforeEach, expect, test } from 'vitest';
import { SteadyClock } from '../../../src/discord/digests/steady-clock.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-03-09T12:00:00Z');

let time: { wall: number; elapsed: number; theirs: number | null };
let lines: string[];
let asked: number;
let clock: SteadyClock;

beforeEach(() => {
  time = { wall: START, elapsed: 0, theirs: START };
  lines = [];
  asked = 0;
  clock = new SteadyClock({
    now: () => time.wall,
    elapsed: () => time.elapsed,
    witness: async () => {
      asked += 1;
      return time.theirs;
    },
    tell: (line) => lines.push(line),
  });
});

function pass(milliseconds: number): void {
  time.wall += milliseconds;
  time.elapsed += milliseconds;
  if (time.theirs !== null) time.theirs += milliseconds;
}

test('goes with the machine’s clock while that runs evenly, and asks but once', async () => {
  pass(10_000);
  expect(await clock.look()).toBe('even');
  // A clock that is being adjusted runs a little faster or slower.
  time.wall += 30_000;
  expect(await clock.look()).toBe('even');
  expect(clock.now()).toBe(time.wall);
  expect({ asked, lines }).toEqual({ asked: 1, lines: [] });
});

test('goes by Discord’s clock where its own was wrong from the start, until that is put right', async () => {
  time.theirs = START - 3 * 60 * MINUTE;
  expect(await clock.look()).toBe('set back');
  for (let look = 0; look < 20; look++) {
    pass(MINUTE);
    expect(await clock.look()).toBe('doubted');
  }
  // Nor when nobody can be asked for a while.
  time.theirs = null;
  pass(20 * MINUTE);
  expect(await clock.look()).toBe('doubted');
  expect(clock.now()).toBe(START - 140 * MINUTE);
  time.wall -= 3 * 60 * MINUTE;
  expect(await clock.look()).toBe('even');
  expect(clock.now()).toBe(time.wall);
  expect(lines).toEqual([
    expect.stringMatching(/is 180 min ahead: set it right/),
    'The clock is right again.',
  ]);
});

test('asks Discord’s clock again where it could not be asked at the start', async () => {
  time.theirs = null;
  expect(await clock.look()).toBe('even');
  time.theirs = START - 3 * 60 * MINUTE;
  expect(await clock.look()).toBe('set back');
  expect(clock.now()).toBe(START - 3 * 60 * MINUTE);
});

test('does not follow a jump that Discord’s clock denies, and says so once', async () => {
  await clock.look();
  time.wall += DAY;
  for (let look = 0; look < 100; look++) {
    pass(MINUTE);
    expect(await clock.look()).toBe('doubted');
  }
  expect(clock.now()).toBe(START + 100 * MINUTE);
  time.wall -= DAY;
  expect(await clock.look()).toBe('even');
  expect(lines).toEqual([expect.stringContaining('jumped forward by 1440 min'), 'The clock is right again.']);
});

test.each([
  ['a machine that slept', DAY, 'set forward'],
  ['a clock that was ahead and is put right', -DAY, 'set back'],
] as const)('follows %s at once when Discord’s clock confirms it', async (_, by, look) => {
  await clock.look();
  time.wall += by;
  time.theirs = START + by;
  expect(await clock.look()).toBe(look);
  expect(clock.now()).toBe(START + by);
});

test('follows a jump that nobody can confirm only after it has run on evenly for ten minutes', async () => {
  time.theirs = null;
  time.wall += DAY;
  expect(await clock.look()).toBe('doubted');
  pass(9 * MINUTE);
  expect(await clock.look()).toBe('doubted');
  // Another jump begins another wait.
  time.wall += DAY;
  pass(9 * MINUTE);
  expect(await clock.look()).toBe('doubted');
  pass(10 * MINUTE);
  expect(await clock.look()).toBe('set forward');
  expect(clock.now()).toBe(time.wall);
});

test('gives whole milliseconds, as the database keeps them', () => {
  time.elapsed += 0.25;
  expect(Number.isInteger(clock.now())).toBe(true);
});
