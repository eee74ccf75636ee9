import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf } from './spans.js';

const long = 'how long did it last';

describe('a length of time', () => {
  it.each([
    [long, 'From 1990 on it lasted more than four years.', 'more than four years'],
    [long, 'At 5 p.m. 12 men began a 3-hour talk.', '3-hour'],
    [long, 'The 12 men talked for several days.', 'several days'],
    [long, 'The 45-year-old waited two decades.', 'two decades'],
    ['how many days did it take', 'It took two weeks, or 14 days.', '14 days'],
    ['how many years did it take', 'In 24 months or two years it was done.', 'two years'],
  ])('is a number of units of time, of those that are asked for: %s, “%s”', (question, sentence, words) => {
    expect(bestIn('duration', sentence, question)).toEqual([words]);
  });

  it.each([
    ['The man of 45 years old waited three days.', '45 years'],
    ['The 4-year-old boy waited three days.', '4-year'],
    ['By 1990 he had waited three days.', '1990'],
    ['Some 12 men waited three days.', 'Some 12'],
  ])('is hardly an age, a year or a count: %s', (sentence, words) => {
    expect(fitOf('duration', sentence, words, long)).toBeLessThan(
      fitOf('duration', sentence, 'three days', long),
    );
  });
});

describe('two lengths of time', () => {
  it.each([
    ['four years', '4 years'],
    ['one week', '1 week'],
    ['two days', 'a two-day'],
    ['20 minutes', 'a 20-minute'],
    ['about two hours', 'two hours'],
  ])('are one where they say the same: %s, %s', (left, right) => {
    expect(canonicalIn('duration', left)).toBe(canonicalIn('duration', right));
  });

  it.each([
    ['four years', 'four days'],
    ['four years', 'more than four years'],
    ['two decades', 'two centuries'],
    ['several days', 'several weeks'],
  ])('are two where they do not: %s, %s', (left, right) => {
    expect(canonicalIn('duration', left)).not.toBe(canonicalIn('duration', right));
  });
});
