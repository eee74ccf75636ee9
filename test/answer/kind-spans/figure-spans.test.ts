import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('how many there are in all', () => {
  const question = 'How many lawmakers does the parliament have?';

  it.each([
    'It passed with 173 of the 329 lawmakers.',
    'Parliament has 329 lawmakers.',
    'It has a total of 329 lawmakers.',
    'Its 329 lawmakers met.',
    'It has about 329 lawmakers.',
  ])('is what is told of the whole: %s', (sentence) => {
    expect(bestFit(question, sentence)).toBe(1);
  });

  it.each([
    'how many lawmakers iraq parliament',
    'How many lawmakers has it in total?',
    'How many lawmakers does it have altogether?',
  ])('is asked for in few words too: %s', (asked) => {
    expect(bestFit(asked, 'On Sunday 158 lawmakers left.')).toBeLessThan(0.5);
  });

  it('is not how many of them did something', () => {
    expect(bestFit(question, 'On Sunday 158 lawmakers did not vote.')).toBeLessThan(0.5);
    expect(bestFit('How many lawmakers did not vote?', 'On Sunday 158 lawmakers did not vote.')).toBe(1);
  });
});

describe('how many of them', () => {
  it('is told before them too, where something befell them', () => {
    const question = 'How many American deaths was he held responsible for?';
    expect(bestFit(question, 'He was blamed for the deaths of hundreds of Americans.')).toBe(1);
    expect(bestFit(question, 'He was the leader of hundreds of Americans.')).toBeLessThan(0.5);
  });

  it('is told by a round number, not by a part', () => {
    expect(bestFit('How many Iraqis came?', 'Hundreds of Iraqis came.')).toBe(1);
    expect(bestFit('How many Iraqis came?', 'Two of the Iraqis came.')).toBeLessThan(1);
  });
});

describe('in which year', () => {
  const question = 'In which years did Iraq ask for troops?';

  it('is told by a date with its year', () => {
    expect(bestFit(question, 'Iraq asked in 2011 and 2014.')).toBe(1);
    expect(bestFit(question, 'Iraq asked on Sunday.')).toBeLessThan(0.5);
    expect(bestFit('When did Iraq ask?', 'Iraq asked on Sunday.')).toBeGreaterThan(0.5);
  });

  it('is not asked by what only happened in one', () => {
    expect(bestFit('When did he resign last year', 'He resigned on Sunday.')).toBeGreaterThan(0.5);
  });
});
