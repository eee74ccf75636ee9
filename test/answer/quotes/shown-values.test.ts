import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../../src/answer/answer.js';
import { shownValues } from '../../../src/answer/quotes/shown-values.js';

function figure(value: string, parts: Partial<AnswerValue> = {}): AnswerValue {
  return {
    value,
    canonical: value,
    type: 'count',
    probability: 0.9,
    mentions: [{ snippet: 0, start: 0, end: value.length }],
    day: null,
    ...parts,
  };
}

const wordsOf = (values: readonly AnswerValue[]) => shownValues(values).values.map(({ value }) => value);

describe('the line of values', () => {
  it('has them as their sources print them, in their order', () => {
    expect(wordsOf([figure('more than 5,000'), figure('5,200')])).toEqual(['more than 5,000', '5,200']);
  });

  it('names each quote that says a value once', () => {
    const mentions = [0, 2, 2].map((snippet) => ({ snippet, start: 0, end: 2 }));
    expect(shownValues([figure('52', { mentions })]).values[0]?.snippets).toEqual([0, 2]);
  });

  it('is empty without values', () => {
    expect(shownValues([])).toEqual({ values: [], isCourse: false });
  });
});

describe('a date', () => {
  const dayOf = (value: string, day: string | null) =>
    shownValues([figure(value, { type: 'date', day })]).values[0]?.day;

  it('is told in full where its own words do not', () => {
    expect(dayOf('Sunday', '2020-01-05')).toBe('5 January 2020');
  });

  it('is not told twice', () => {
    expect(dayOf('5 January 2020', '2020-01-05')).toBeNull();
  });

  it('is left as it is where it means no single day', () => {
    expect(dayOf('last year', null)).toBeNull();
  });
});

describe('figures of several days', () => {
  const toll = [figure('52', { day: '2020-01-07' }), figure('40', { day: '2020-01-05' })];

  it('are a course, oldest first, each with its day', () => {
    expect(shownValues(toll)).toMatchObject({
      isCourse: true,
      values: [
        { value: '40', day: '5 January 2020' },
        { value: '52', day: '7 January 2020' },
      ],
    });
  });

  it.each([
    ['two are of one day', [...toll, figure('60', { day: '2020-01-07' })]],
    ['the day of one is not known', [...toll, figure('60')]],
    ['they are of different types', [...toll, figure('$60', { type: 'money', day: '2020-01-09' })]],
    ['they are names', toll.map((value) => ({ ...value, type: 'person' as const }))],
    ['there is a single one', toll.slice(0, 1)],
  ])('are no course where %s', (_, values) => {
    const shown = shownValues(values);
    expect(shown.isCourse).toBe(false);
    expect(shown.values.map(({ value }) => value)).toEqual(values.map(({ value }) => value));
    for (const { day } of shown.values) expect(day).toBeNull();
  });
});
