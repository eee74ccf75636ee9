import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf, PUBLISHED, valuesIn } from './spans.js';

const when = 'when was the vote';

describe('a date', () => {
  it.each([
    ['He resigned in November 2019 with 12 others.', 'November 2019'],
    ['They invaded in 2003 with 40 others.', '2003'],
    ['They voted on Jan. 5, 2020, with 12 others.', 'Jan. 5, 2020'],
    ['They voted on 5 January 2020.', '5 January 2020'],
    ['They voted on Sunday.', 'Sunday'],
    ['They voted on Sunday evening.', 'Sunday evening'],
    ['They voted last month.', 'last month'],
    ['They voted yesterday.', 'yesterday'],
    ['They voted on New Year’s Eve.', 'New Year’s Eve'],
    ['They voted in May.', 'May'],
    ['They voted in mid-March.', 'March'],
  ])('is a day, a month, a year or a word of the calendar: %s', (sentence, words) => {
    expect(bestIn('date', sentence, when)).toEqual([words]);
  });

  it.each([
    'They march to the embassy.',
    'They may go.',
    'Theresa May voted.',
    'For a year 2000 troops stayed.',
    'They met for a week.',
    'The 12 men met.',
  ])('is no verb, no name, no count and no length of time: %s', (sentence) => {
    expect(valuesIn('date', sentence, when)).toEqual([]);
  });

  it('is surer with its month or year than a weekday is, and a clock is less of one', () => {
    const sentence = 'They met on Sunday, not on January 4, 2020, and at 5 p.m. they left.';
    const fits = ['January 4, 2020', 'Sunday', '5 p.m.'].map((words) => fitOf('date', sentence, words, when));
    expect(fits.every((fit) => fit > 0)).toBe(true);
    expect(fits).toEqual([...new Set(fits)].sort((a, b) => b - a));
  });
});

describe('a year that is asked for', () => {
  const sentence = 'Iraq asked on Sunday, at 5 p.m., as in 2011 and on January 5, 2014.';

  it.each(['In which years did Iraq ask for troops?', 'what year was it', 'year of the vote'])(
    'is told by a year, not by a day or a clock: %s',
    (question) => {
      expect(bestIn('date', sentence, question)).toEqual(['2011']);
      expect(fitOf('date', sentence, 'Sunday', question)).toBe(0);
      expect(fitOf('date', sentence, '5 p.m.', question)).toBe(0);
      expect(fitOf('date', sentence, 'January 5, 2014', question)).toBeGreaterThan(0);
    },
  );

  it('is not asked for by what only happened in one', () => {
    expect(bestIn('date', 'He resigned on Sunday.', 'When did he resign last year')).toEqual(['Sunday']);
  });
});

describe('two dates', () => {
  it.each([
    ['They met on Sunday.', 'They met on January 5.'],
    ['They met on Sunday.', 'They met on Jan. 5, 2020.'],
    ['They met on 5 January 2020.', 'They met on January 5, 2020.'],
    ['They met on Sunday.', 'They met on Sunday evening.'],
    ['They met in November.', 'They met in November 2019.'],
    ['They met yesterday.', 'They met on Monday.'],
    ['They met last year.', 'They met in 2019.'],
  ])('are one where they mean the same days: %s, %s', (left, right) => {
    expect(canonicalIn('date', left)).toBe(canonicalIn('date', right));
  });

  it.each([
    ['They met on Sunday.', 'They met on Monday.'],
    ['They met in November 2019.', 'They met in November 2018.'],
    ['They met in 2019.', 'They met in November 2019.'],
    ['They met at 5 p.m.', 'They met at 6 p.m.'],
  ])('are two where they mean others: %s, %s', (left, right) => {
    expect(canonicalIn('date', left)).not.toBe(canonicalIn('date', right));
  });

  it('are two where two clocks are told of one day', () => {
    const [first, second] = valuesIn('date', 'At 5 p.m. on Sunday they met.', when)
      .concat(valuesIn('date', 'At 6 p.m. on Sunday they met.', when))
      .filter(({ words }) => words.endsWith('p.m.'))
      .map(({ canonical }) => canonical);
    expect(first).toBeDefined();
    expect(first).not.toBe(second);
  });

  it('are two where one word is said in two weeks, and one in the same week', () => {
    const sunday = (published: string | null) => canonicalIn('date', 'They met on Sunday.', published);
    expect(sunday('2020-01-14')).not.toBe(sunday(PUBLISHED));
    expect(sunday('2020-01-08T10:00:00Z')).toBe(sunday(PUBLISHED));
  });

  it('go by their words where it is not known when they were said', () => {
    const unknown = (sentence: string) => canonicalIn('date', sentence, null);
    expect(unknown('They met on Sunday.')).toBe('sunday');
    expect(unknown('They met in 2003.')).toBe(canonicalIn('date', 'They met in 2003.'));
  });
});
