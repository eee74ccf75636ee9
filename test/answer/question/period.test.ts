import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPeriod, daysBefore, daysOff, saysWhen } from '../../../src/answer/question/period.js';
import { tokenise } from '../../../src/text/tokens.js';

/** A Thursday. */
const ASKED = '2022-06-16';

describe('the period that a question is about', () => {
  it.each([
    ['who resigned this week', '2022-06-09', '2022-06-16'],
    ['who resigned last week', '2022-06-06', '2022-06-12'],
    ['who won on Sunday', '2022-06-12', '2022-06-12'],
    ['which film opened recently', '2022-06-02', '2022-06-16'],
    ['who resigned in May', '2022-05-01', '2022-05-31'],
  ])('is what it says, as of the day of asking: %s', (question, from, to) => {
    expect(askedPeriod(question, ASKED).said).toEqual([{ from, to }]);
  });

  it.each(['what is the latest on the strike', 'any latest news of Iraq', 'what’s the latest death toll'])(
    'is these days, where the latest is asked for: %s',
    (question) => {
      expect(askedPeriod(question, ASKED).said).toEqual([{ from: '2022-06-02', to: ASKED }]);
    },
  );

  it('is none, where the latest is only a round of something', () => {
    expect(askedPeriod('what set off the latest round of violence', ASKED).said).toEqual([]);
  });

  it('is none where it says nothing, but the day of asking is kept', () => {
    expect(askedPeriod('who resigned', ASKED)).toEqual({ said: [], asked: ASKED });
  });

  it('is known without the day of asking only where it says its year', () => {
    expect(askedPeriod('who resigned this week', null)).toEqual({ said: [], asked: null });
    expect(askedPeriod('who resigned recently', null)).toEqual({ said: [], asked: null });
    expect(askedPeriod('who resigned in May 2021', null).said).toEqual([
      { from: '2021-05-01', to: '2021-05-31' },
    ]);
  });
});

describe('a word of a question', () => {
  const saying = (question: string): string[] => {
    const tokens = tokenise(question);
    return tokens.flatMap(({ text }, at) => (saysWhen(tokens, at) ? [text] : []));
  };

  it('may say no more than that it was lately', () => {
    expect(saying('who resigned this week')).toEqual(['week']);
    expect(saying('which film recently opened')).toEqual(['recently']);
  });

  it.each([
    ['how many troops are there right now', ['right', 'now']],
    ['who resigned yesterday', ['yesterday']],
    ['whats the latest death toll', ['latest']],
  ])('says so in many ways: %s', (question, words) => {
    expect(saying(question)).toEqual(words);
  });

  it('says more where it names a day, or how long something took', () => {
    expect(saying('who resigned on Sunday, after a week of protests')).toEqual([]);
    expect(saying('do they have the right to vote')).toEqual([]);
  });
});

describe('an article', () => {
  const may = [{ from: '2022-05-01', to: '2022-05-31' }];

  it('is of a period until two days after it, for reports take their time', () => {
    expect(daysOff(may, '2022-05-01')).toBe(0);
    expect(daysOff(may, '2022-06-02T08:00:00Z')).toBe(0);
    expect(daysOff(may, '2022-06-09')).toBe(7);
    expect(daysOff(may, '2022-04-29')).toBe(2);
  });

  it('is as near to several periods as to the nearest', () => {
    expect(daysOff([...may, { from: '2021-01-01', to: '2021-01-31' }], '2021-01-05')).toBe(0);
  });

  it('is not near to anything where it does not say its day, or no period is asked for', () => {
    expect(daysOff(may, null)).toBeNull();
    expect(daysOff(may, 'soon')).toBeNull();
    expect(daysOff([], '2022-05-01')).toBeNull();
  });

  it('is farther off the earlier it came before a period', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2022-04-01'), noInvalidDate: true });
    const iso = (date: Date): string => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (a, b) => {
        fc.pre(iso(a) < iso(b));
        expect(daysOff(may, iso(a))).toBeGreaterThan(daysOff(may, iso(b)) ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('came some days before the day of asking, or after it', () => {
    expect(daysBefore(ASKED, '2022-06-09')).toBe(7);
    expect(daysBefore(ASKED, '2022-06-17T08:00:00Z')).toBe(-1);
    expect(daysBefore(ASKED, null)).toBeNull();
    expect(daysBefore(null, '2022-06-09')).toBeNull();
  });
});
