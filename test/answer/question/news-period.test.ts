import { describe, expect, it } from 'vitest';
import { newsPeriod } from '../../../src/answer/question/news-period.js';

const TODAY = '2026-11-29';

describe('the days whose news are asked for', () => {
  it.each([
    ['what happened on 5 January 2020', '2020-01-05', '2020-01-05'],
    ['what happened yesterday', '2026-11-28', '2026-11-28'],
    ['any news', '2026-11-28', TODAY],
  ])('are those that are named, else the last two: %s', (question, from, to) => {
    expect(newsPeriod(question, TODAY)).toEqual({ from, to, lacksYear: false });
  });

  it('are past, where no year is named', () => {
    const day = '2026-01-05';
    expect(newsPeriod('what happened in Iraq on 5 January', TODAY)).toEqual({
      from: day,
      to: day,
      lacksYear: true,
    });
    expect(newsPeriod('what happened on 5 January 2027', TODAY).to).toBe(TODAY);
  });
});
