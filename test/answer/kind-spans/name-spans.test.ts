import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('a place', () => {
  const question = 'where did they meet';

  it.each(['They met in Baghdad.', 'They met at the Baghdad airport.', 'They met near Beirut.'])(
    'is best where something is said to be there: %s',
    (sentence) => {
      expect(bestFit(question, sentence)).toBe(1);
    },
  );

  it.each(['They spoke to Iraq’s president.', "They spoke to Iraq's president."])(
    'is no such place where something belongs to it: %s',
    (sentence) => {
      expect(bestFit(question, sentence)).toBeLessThan(1);
    },
  );

  it('counts less where it only tells whose something is, or where something came from', () => {
    expect(bestFit(question, 'They met at the Baghdad airport.')).toBe(1);
    expect(bestFit(question, 'They fled in the Iraq war.')).toBeLessThan(1);
    expect(bestFit(question, 'They fled from Iraq.')).toBeLessThan(1);
  });

  it('counts less where it qualifies something else', () => {
    expect(bestFit(question, 'They met the president of Iraq.')).toBeLessThan(1);
    expect(bestFit(question, 'They met the president of Iraq.')).toBeGreaterThan(0);
  });
});

describe('an organisation', () => {
  const question = 'Which group does Nasrallah lead?';

  it('fits best beside words for leading, where it is asked whom somebody leads', () => {
    expect(bestFit(question, 'The leader of Lebanon’s Hezbollah group spoke.')).toBe(1);
    expect(bestFit(question, 'A senator of the Foreign Relations Committee met Nasrallah.')).toBeLessThan(1);
  });

  it('needs no such words in other questions', () => {
    expect(
      bestFit('Which group met Nasrallah?', 'A senator of the Foreign Relations Committee met Nasrallah.'),
    ).toBe(1);
  });
});
