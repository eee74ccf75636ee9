import { describe, expect, it } from 'vitest';
import { questionWords } from '../../../src/answer/question/question-words.js';

const wordsOf = (question: string): string[] => questionWords(question).tokens.map(({ word }) => word);

describe('the words of a question', () => {
  it.each([
    ['whens the funeral', ['when', 'is', 'the', 'funeral']],
    ["who's nasrallah", ['who', 'is', 'nasrallah']],
    ['wen did it stop', ['when', 'did', 'it', 'stop']],
    ['govt vs unions', ['government', 'vs', 'unions']],
    ['who kicked the americans out', ['who', 'expel', 'the', 'americans']],
  ])('are made full, and verbs of two words one: %s', (question, words) => {
    expect(wordsOf(question)).toEqual(words);
  });

  it.each([
    ['how many us troops', true],
    ['the us left', true],
    ['THE US LEFT', true],
    ['he told us', false],
    ['he told us about it', false],
  ])('hold “us” for the country where it is meant: %s', (question, isCountry) => {
    const { tokens, parts } = questionWords(question);
    const at = tokens.findIndex(({ word }) => word === 'u.s.' || word === 'us');
    expect(tokens[at]?.term === 'u.s.').toBe(isCountry);
    expect(parts[at] === 'name').toBe(isCountry);
  });

  it('have a part of speech each', () => {
    const { tokens, parts } = questionWords('how many troops are in iraq');
    expect(parts).toHaveLength(tokens.length);
  });

  it.each([
    ['Why did prices rise?', 0],
    ['Gas is expensive. Why?', 3],
    ['', 0],
    ['?', 0],
  ])('tell where the sentence begins that asks: %j', (question, asks) => {
    expect(questionWords(question).asks).toBe(asks);
  });
});
