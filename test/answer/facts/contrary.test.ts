import { describe, expect, it } from 'vitest';
import { contrary, deniedInVain } from '../../../src/answer/facts/contrary.js';
import { factOf } from './ranked.js';

describe('a question that denies', () => {
  const denied = (question: string, sentence: string): number => factOf(deniedInVain, question, sentence);

  it('is not answered by what was done', () => {
    expect(denied('Which treaty did Iran not sign?', 'Iran signed the treaty.')).toBe(1);
    expect(denied("Who didn't vote?", 'Members voted.')).toBe(1);
  });

  it('is answered by what was not', () => {
    expect(denied('Which members did not vote?', 'Kurdish members did not vote.')).toBe(0);
  });

  it('is another than one that does not', () => {
    expect(denied('Which members voted?', 'Kurdish members did not vote.')).toBe(0);
  });
});

describe('the contrary of what is asked', () => {
  const said = (question: string, sentence: string): number => factOf(contrary, question, sentence);

  it.each([
    ['What caused the decrease in oil prices?', 'A war caused the increase in oil prices.'],
    ['Where do unknown clients live?', 'There live the known clients.'],
    ['What happened before the strike?', 'It happened after the strike.'],
    ['Who rules North Korea?', 'He rules South Korea.'],
  ])('stands beside the same words: %s', (question, sentence) => {
    expect(said(question, sentence)).toBe(1);
  });

  it('counts for less where it is said of something else', () => {
    const elsewhere = said('Who rules the North?', 'He rules over all those who live in the far South.');
    expect(elsewhere).toBeGreaterThan(0);
    expect(elsewhere).toBeLessThan(1);
  });

  it('does not matter where the word itself is there too', () => {
    expect(said('Did prices increase?', 'Prices increase and decrease.')).toBe(0);
  });

  it('is not said where nothing is', () => {
    expect(said('Did prices increase?', 'Prices rise.')).toBe(0);
  });
});
