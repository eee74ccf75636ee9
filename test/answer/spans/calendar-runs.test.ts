import { describe, expect, it } from 'vitest';
import { calendarRuns } from '../../../src/answer/spans/calendar-runs.js';
import { analysed, wordsOf } from './spans.js';

describe('days, months and times without a date', () => {
  it.each([
    ['He left on Friday night.', ['Friday night']],
    ['He resigned last year.', ['last year']],
    ['It was founded in the 1970s.', ['the 1970s']],
    ['They meet next Tuesday and tomorrow.', ['next Tuesday', 'tomorrow']],
    ['Churches of the 12th century stand.', ['12th century']],
    ['He may march this way.', []],
  ])('are found: %s', (sentence, words) => {
    const text = analysed(sentence);
    expect(wordsOf(text, calendarRuns(text))).toEqual(words);
  });
});
