import { describe, expect, it } from 'vitest';
import { openContractions } from '../../src/text/contractions.js';
import { tokenise } from '../../src/text/tokens.js';

const opened = (text: string) => openContractions(text, tokenise(text));

describe('a question word with a verb written on to it', () => {
  it.each([
    ["what's new", 'what is new'],
    ['What’s new', 'what is new'],
    ['whats new', 'what is new'],
    ["What 's new", 'what is new'],
    ["why'd he go", 'why did he go'],
    ["who'll go", 'who will go'],
    ["what're they", 'what are they'],
  ])('is two words: %s', (typed, meant) => {
    expect(opened(typed).map(({ word }) => word)).toEqual(meant.split(' '));
  });

  it('keeps the place of each in the text', () => {
    for (const typed of ["what's new", 'whats new', "why'd he go"])
      for (const { text, start, end } of opened(typed)) expect(typed.slice(start, end)).toBe(text);
  });

  it('is nothing that an index holds', () => {
    expect(
      opened('whos there')
        .slice(0, 2)
        .every(({ stop }) => stop),
    ).toBe(true);
  });
});

it.each(["Iran's army", 'the swhat', 'whose car', "its Mueller's"])(
  'other words stay as they are: %s',
  (text) => {
    expect(opened(text)).toEqual(tokenise(text));
  },
);
