import { describe, expect, it } from 'vitest';
import { exchanged } from '../../../src/answer/facts/exchanged.js';
import { factOf } from './ranked.js';

describe('what stands in the place of a word of the question', () => {
  it.each([
    ['a name', 'Who opened the Spanish Parliament?', 'The Queen opened the Scottish Parliament.'],
    [
      'a name behind "in"',
      'What is the largest division in Warsaw?',
      'The largest division in Poland is small.',
    ],
    ['a number', 'What did the act of 1910 say?', 'The act of 1901 said little.'],
    ['an adjective', 'Who has local offices there?', 'They have central offices there.'],
  ])('%s', (_, question, sentence) => {
    expect(factOf(exchanged, question, sentence)).toBe(1);
  });

  it.each([
    ['the word itself', 'Who opened the Scottish Parliament?', 'The Queen opened the Scottish Parliament.'],
    ['a word of the same meaning', 'How many American troops are there?', 'There are U.S. troops.'],
    ['nothing', 'Who opened the Spanish Parliament?', 'The Queen opened Parliament.'],
    ['a title', 'What did General Soleimani say?', 'Qassem Soleimani spoke.'],
    ['the opening of another phrase', 'Who left Spanish Parliament?', 'In Scotland, Parliament rose.'],
  ])('not: %s', (_, question, sentence) => {
    expect(factOf(exchanged, question, sentence)).toBe(0);
  });

  it('is not exchanged where the passage has the word as well', () => {
    const question = 'Who opened the Spanish Parliament?';
    expect(factOf(exchanged, question, 'He opened the Scottish Parliament.', 'The Spanish one is old.')).toBe(
      0,
    );
  });
});
