import { expect, it } from 'vitest';
import { readSortedDays } from '../../../bench/sets/sorted-days.js';
import { STORY_MODEL } from '../../../src/digest/stories/story-model.js';

const days = readSortedDays();

it('sorts no article of a day twice', () => {
  for (const { stories, notStories } of days) {
    const ids = [...stories.flat(), ...notStories];
    expect(new Set(ids).size).toBe(ids.length);
  }
});

it('has the days that the shipped weights say they learned from', () => {
  expect([...STORY_MODEL.days].sort()).toEqual(days.map(({ day }) => day).sort());
});
