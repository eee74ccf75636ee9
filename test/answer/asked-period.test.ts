import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPeriod, nearness, saysWhen } from '../../src/answer/asked-period.js';
import { tokenise } from '../../src/text/tokens.js';

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

  it('is the days before, where it says nothing', () => {
    expect(askedPeriod('who resigned', ASKED)).toEqual({
      said: [],
      lately: { from: '2022-06-09', to: ASKED },
    });
  });

  it('is known without the day of asking only where it says its year', () => {
    expect(askedPeriod('who resigned this week', null)).toEqual({ said: [], lately: null });
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

  it('says more where it names a day, or how long something took', () => {
    expect(saying('who resigned on Sunday, after a week of protests')).toEqual([]);
  });
});

describe('an article', () => {
  const may = [{ from: '2022-05-01', to: '2022-05-31' }];

  it('is of a period until two days after it, for reports take their time', () => {
    expect(nearness(may, '2022-05-01')).toBe(1);
    expect(nearness(may, '2022-06-02T08:00:00Z')).toBe(1);
    expect(nearness(may, '2022-06-09')).toBe(0.5);
  });

  it('is as near to several periods as to the nearest', () => {
    expect(nearness([...may, { from: '2021-01-01', to: '2021-01-31' }], '2021-01-05')).toBe(1);
  });

  it('is near to nothing where it does not say its day, or no period is asked for', () => {
    expect(nearness(may, null)).toBe(0);
    expect(nearness([], '2022-05-01')).toBe(0);
  });

  it('is less near the farther off', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2022-04-01'), noInvalidDate: true });
    const iso = (date: Date): string => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (a, b) => {
        fc.pre(iso(a) < iso(b));
        expect(nearness(may, iso(a))).toBeLessThanOrEqual(nearness(may, iso(b)));
      }),
    );
  });
});
