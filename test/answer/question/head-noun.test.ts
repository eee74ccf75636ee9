import { describe, expect, it } from 'vitest';
import { askedPhrase, questionWordAt } from '../../../src/answer/question/head-noun.js';
import { questionWords } from '../../../src/answer/question/question-words.js';

/** The noun that is asked for with the words before it; null where none is. */
function asked(question: string): string | null {
  const { tokens, parts } = questionWords(question);
  const phrase = askedPhrase(tokens, parts);
  if (phrase === null) return null;
  return tokens
    .slice(phrase.first, phrase.head + 1)
    .map(({ text }) => text)
    .join(' ');
}

describe('the noun that is asked for', () => {
  it.each([
    ['which city was it', 'city'],
    ['in which city was it', 'city'],
    ['who is the president of France', 'president'],
    ["what's the capital of France", 'capital'],
    ['how many troops are there', 'troops'],
    ['how many us troops are there', 'us troops'],
    ['how many of the troops left', 'troops'],
    ['which of the ships sank', 'ships'],
    ['how much oil was sold', 'oil'],
    ['how many sports teams left', 'sports teams'],
    ['What red sports car did he drive?', 'red sports car'],
    ['whose car was it', 'car'],
    ['what were his last words', 'last words'],
  ])('follows the question word: %s', (question, noun) => {
    expect(asked(question)).toBe(noun);
  });

  it.each([
    ['what type of building was it', 'building'],
    ['What is the name of the speaker?', 'speaker'],
    ['What kind of a dog was it', 'dog'],
    ['what was the number of seats', 'seats'],
  ])('follows “of” where the first noun says only that: %s', (question, noun) => {
    expect(asked(question)).toBe(noun);
  });

  it.each([
    'Why did they leave',
    'When did it happen',
    'where was the vote',
    'how tall is the tower',
    'who won',
    '?',
    '',
  ])('is none in %j', (question) => {
    expect(asked(question)).toBeNull();
  });
});

describe('the question word', () => {
  it.each([
    ['who won', 0],
    ['in which city was it', 1],
    ['troops iraq how many', 2],
    ['name the largest city', 0],
    ['troops in iraq', -1],
    ['', -1],
  ])('is the first one: %j', (question, at) => {
    expect(questionWordAt(questionWords(question).tokens)).toBe(at);
  });
});
