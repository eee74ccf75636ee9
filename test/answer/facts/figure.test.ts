import { describe, expect, it } from 'vitest';
import { noFigure } from '../../../src/answer/facts/figure.js';
import { factOf } from './ranked.js';

describe('a figure that is asked for', () => {
  it.each([
    ['how many troops left?', 'The troops left.', 1],
    ['how many troops left?', 'The 500 troops left.', 0],
    ['why did the troops leave?', 'The troops left.', 0],
  ])('%s %s', (question, sentence, expected) => {
    expect(factOf(noFigure, question, sentence)).toBe(expected);
  });

  it.each([
    ['how many people came?', 'Hundreds of thousands of Iranians came.'],
    ['how many people came?', 'At least 200 protesters came.'],
    ['how many casualties were there?', 'There were 30 fatalities.'],
  ])('may count what comes near in meaning: %s %s', (question, sentence) => {
    expect(factOf(noFigure, question, sentence)).toBe(0);
  });

  it('is not given by what counts something else', () => {
    expect(factOf(noFigure, 'how many people came?', 'They came in 12 cars.')).toBe(1);
  });

  it('is not given where other names are spoken of', () => {
    const question = 'How many troops are in Syria?';
    expect(factOf(noFigure, question, 'There are 5,000 troops in Iraq.', 'Syria is at war.')).toBe(1);
    expect(factOf(noFigure, question, 'Syria is at war.', 'There are 900 troops there.')).toBe(0);
  });
});
