import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDates } from '../../../src/text/dates/dates.js';

const SUNDAY = '2020-01-05';

/** Each date as `words = from` or `words = from..to`. */
function dates(text: string, reference: string | null = SUNDAY): string[] {
  return resolveDates(text, reference).map(
    ({ start, end, from, to }) => `${text.slice(start, end)} = ${from}${from === to ? '' : `..${to}`}`,
  );
}

describe('a weekday', () => {
  it('is the latest one up to the day of publication', () => {
    expect(dates('Iraqi lawmakers voted on Sunday.')).toEqual(['Sunday = 2020-01-05']);
    expect(dates('the U.S. airstrike Friday that killed him')).toEqual(['Friday = 2020-01-03']);
    expect(dates('They met at 10 a.m. Monday.')).toEqual(['10 a.m. Monday = 2019-12-30']);
  });

  it('is the next one when the words before look ahead', () => {
    expect(dates('Parliament will meet on Friday.')).toEqual(['Friday = 2020-01-10']);
    expect(dates('A vote is expected Monday.')).toEqual(['Monday = 2020-01-06']);
    expect(dates('They will meet next Friday.')).toEqual(['next Friday = 2020-01-10']);
  });

  it('does not look ahead because another clause does', () => {
    expect(dates('He said on Friday he will resign.')).toEqual(['Friday = 2020-01-03']);
    expect(dates('What will happen is unclear, officials told us on Friday.')).toEqual([
      'Friday = 2020-01-03',
    ]);
  });

  it('is none in a name or when it comes again and again', () => {
    expect(dates('the Sunday Times, Super Tuesday and Saturday Night Live')).toEqual([]);
    expect(dates('They meet every Monday.')).toEqual([]);
    expect(dates('in Sun City')).toEqual([]);
  });
});

describe('a date without a year', () => {
  it('is the nearest, rather past than to come', () => {
    expect(dates('on Dec. 25')).toEqual(['Dec. 25 = 2019-12-25']);
    expect(dates('on Jan. 4')).toEqual(['Jan. 4 = 2020-01-04']);
    expect(dates('New Year’s eve')).toEqual(['New Year’s eve = 2019-12-31']);
    expect(dates('his sudden decision in October to withdraw')).toEqual(['October = 2019-10-01..2019-10-31']);
  });

  it('lies ahead when the words before say so', () => {
    expect(dates('The hearing is scheduled for November.', '2022-07-07')).toEqual([
      'November = 2022-11-01..2022-11-30',
    ]);
    expect(dates('It failed in November.', '2022-09-27')).toEqual(['November = 2021-11-01..2021-11-30']);
    expect(dates('a post filled since December', '2022-09-25')).toEqual([
      'December = 2021-12-01..2021-12-31',
    ]);
  });
});

describe('words counted from the day of publication', () => {
  it.each([
    ['killed last month', 'last month = 2019-12-01..2019-12-31'],
    ['resigned last year', 'last year = 2019-01-01..2019-12-31'],
    ['said yesterday', 'yesterday = 2020-01-04'],
    ['today’s resolution', 'today = 2020-01-05'],
    ['two days ago', 'two days ago = 2020-01-03'],
    ['three weeks ago', 'three weeks ago = 2019-12-09..2019-12-15'],
    ['four years ago', 'four years ago = 2016-01-01..2016-12-31'],
    ['last week', 'last week = 2019-12-23..2019-12-29'],
    ['earlier in the week', 'earlier in the week = 2019-12-30..2020-01-05'],
    ['over the weekend', 'the weekend = 2020-01-04..2020-01-05'],
    ['over the past three months', 'past three months = 2019-10-05..2020-01-05'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it('are none when they tell a length of time, or count from something else', () => {
    for (const text of [
      'for two days',
      'within 24 hours',
      'in two weeks',
      'six months earlier',
      'over two years',
      'now',
    ]) {
      expect(dates(text), text).toEqual([]);
    }
  });

  it('are none in the name of a paper or a programme', () => {
    expect(dates('he told USA Today and ABC News’ This Week')).toEqual([]);
  });
});

describe('a year', () => {
  it('stands for its days', () => {
    expect(dates('a 1983 attack')).toEqual(['1983 = 1983-01-01..1983-12-31']);
    expect(dates('in 2011 and 2014')).toEqual([
      '2011 = 2011-01-01..2011-12-31',
      '2014 = 2014-01-01..2014-12-31',
    ]);
    expect(dates('from 2015 to 2017')).toEqual(['from 2015 to 2017 = 2015-01-01..2017-12-31']);
    expect(dates('in the 1990s')).toEqual(['1990s = 1990-01-01..1999-12-31']);
    expect(dates('in the late 1800s')).toEqual(['late 1800s = 1800-01-01..1899-12-31']);
  });

  it('is none when the figure counts something', () => {
    for (const text of [
      'about 2000 troops',
      '$1999',
      '1,983 people',
      '2000 soldiers',
      '2.2011',
      'Room 2011',
      'more than 1500 matches',
      'over 2000 deaths',
      'the 1900 block of C Street',
      'at 1600 Pennsylvania Avenue',
      'in the women’s 1500 meters',
      'about 1700 BC',
      'a 2000-year-old tree',
    ]) {
      expect(dates(text), text).toEqual([]);
    }
  });
});

describe('a number beside words that may count', () => {
  it.each([
    'since at least 2005',
    'about 1980',
    'lower than 2019 levels',
    'up 3 percent over 2020',
    'in 2020 dollars',
    'the 1986 blockbuster',
    'decided in 1973 establishing a right',
    'the 2014 deaths of two men',
    'a summit in 2013 in St. Petersburg',
  ])('is a year: %s', (text) => {
    expect(dates(text)).toHaveLength(1);
  });
});

describe('without a reference', () => {
  it('only dates that say their year are resolved', () => {
    expect(dates('On Sunday, Jan. 5, 2020, as in 2003 and last year', null)).toEqual([
      'Sunday, Jan. 5, 2020 = 2020-01-05',
      '2003 = 2003-01-01..2003-12-31',
    ]);
    expect(dates('On Sunday', 'no date')).toEqual([]);
  });
});

describe('what is no date', () => {
  it.each([
    'he may go',
    'to march on the Capitol',
    'April told him',
    'a 170-0 vote',
    'won 6/4',
    'Feb. 30',
    'June 45',
    'November 31, 2023',
    '31 November 2023',
    'train 2031 left',
    'May Adams and June Miller won',
    '24/7',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

it('takes the day of publication in its own time zone', () => {
  expect(dates('today', '2020-01-05T23:30:00-08:00')).toEqual(['today = 2020-01-05']);
});

it('knows 9/11 for the day it was', () => {
  expect(dates('the 9/11 attacks')).toEqual(['9/11 = 2001-09-11']);
});

it('gives real days in order, within the text, for any words', () => {
  const word = fc.constantFrom(
    'Sunday',
    'Feb.',
    '29',
    '31',
    '2021',
    'last',
    'next',
    'week',
    'month',
    'year',
    'ago',
    'two',
    'will',
    'on',
    'May',
    '-',
    ',',
    'to',
    '9/11',
    '0000',
    '99999',
    'Christmas',
    '’s',
  );
  const reference = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), reference, (words, date) => {
      const text = words.join(' ');
      let end = 0;
      for (const mention of resolveDates(text, date.toISOString())) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.end).toBeGreaterThan(mention.start);
        expect(mention.end).toBeLessThanOrEqual(text.length);
        expect(new Date(mention.from).toISOString().slice(0, 10)).toBe(mention.from);
        expect(new Date(mention.to).toISOString().slice(0, 10)).toBe(mention.to);
        expect(mention.from <= mention.to).toBe(true);
        end = mention.end;
      }
    }),
    { numRuns: 400 },
  );
});
