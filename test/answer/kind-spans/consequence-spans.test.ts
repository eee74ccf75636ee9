import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('what comes of something', () => {
  const question = 'What happens if the troops leave Iraq?';

  it.each(['The exit of the troops could cripple the coalition.', 'If the troops leave, ISIS would return.'])(
    'is what it would bring: %s',
    (sentence) => {
      expect(bestFit(question, sentence)).toBe(1);
    },
  );

  it('may be what it has brought', () => {
    const fit = bestFit('What did the attack lead to?', 'The attack has dramatically raised tensions.');
    expect(fit).toBeGreaterThan(0.5);
    expect(fit).toBeLessThan(1);
  });

  it('is not what would bring it', () => {
    expect(bestFit(question, 'The vote could lead the troops to leave.')).toBeLessThan(0.5);
    expect(bestFit(question, 'The troops leave on Sunday.')).toBe(0);
  });
});
