import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('what somebody says', () => {
  const question = 'what did Sadr say about Americans';

  it('is worth most from the speaker asked for, then from a pronoun, then from somebody else', () => {
    const fits = ['Sadr', 'He', 'Donald Trump'].map((who) =>
      bestFit(question, `${who} said Americans must go.`),
    );
    expect(fits).toEqual([...fits].sort((a, b) => b - a));
    expect(new Set(fits).size).toBe(3);
  });

  it.each([
    'Sadr denied that Americans must go.',
    'Sadr criticised the Americans.',
    'Sadr called for the closure of the embassy.',
    'Sadr spoke, denying that Americans must go.',
  ])('may stand with any verb of saying: %s', (sentence) => {
    expect(bestFit(question, sentence)).toBeGreaterThan(0.5);
  });

  it('is said in the way that is asked for', () => {
    const demand = 'what does Sadr demand';
    expect(bestFit(demand, 'Sadr called for the closure of the embassy.')).toBeGreaterThan(
      bestFit(demand, 'Sadr criticised the “weak response of the lawmakers”.'),
    );
    expect(bestFit(demand, 'Sadr called for the closure of the embassy.')).toBe(1);
    expect(bestFit(demand, 'Sadr called the response weak.')).toBeLessThan(
      bestFit('what did Sadr call the response', 'Sadr called the response weak.'),
    );
  });

  it('is no reaction to what came after it', () => {
    const before = 'Sadr said ahead of the vote that Americans must go.';
    expect(bestFit('How did Sadr react to the vote?', before)).toBe(0);
    expect(bestFit('How did Sadr react to the vote?', before.replace('ahead of', 'after'))).toBeGreaterThan(
      0,
    );
    expect(bestFit('What did Sadr say?', before)).toBeGreaterThan(0);
  });

  it('is not what only announces it', () => {
    expect(bestFit(question, 'Sadr said in a statement on Sunday:')).toBe(0);
  });
});
