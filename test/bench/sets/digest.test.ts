import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDigestDays } from '../../../bench/sets/digest.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-digest-days-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (row: unknown) => writeFileSync(path.join(folder, 'gold.jsonl'), `${JSON.stringify(row)}\n`);
const event = (rank: number, must = ['flood']) => ({
  event: `event ${rank}`,
  rank,
  articles: ['a'],
  must,
  headline: [],
});

it('reads a day with its events in the order of their ranks', () => {
  write({ day: '2022-01-03', stories: [event(2), event(1)], not_stories: ['quiz'] });
  const [day] = readDigestDays(folder);
  expect(day?.events.map(({ rank }) => rank)).toEqual([1, 2]);
  expect(day?.notStories).toEqual(new Set(['quiz']));
  expect(day?.events[0]?.facts[0]?.test('A FLOOD')).toBe(true);
});

it('names the line of a day that does not exist, and of a broken pattern', () => {
  write({ day: 'someday', stories: [event(1)], not_stories: [] });
  expect(() => readDigestDays(folder)).toThrow(/gold\.jsonl, line 1: .*someday is no day/);
  write({ day: '2022-01-03', stories: [event(1, ['('])], not_stories: [] });
  expect(() => readDigestDays(folder)).toThrow(/gold\.jsonl, line 1/);
});
