import { describe, expect, it } from 'vitest';
import { readingOf, readingOfQuote } from '../../../src/answer/answerability/reason.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { rankCandidates } from '../../../src/answer/ranking/rank.js';
import { articleOf, candidatesOf } from '../fixtures.js';

function ranked(question: string, ...sentences: string[]) {
  return rankCandidates(candidatesOf(question, articleOf({}, sentences)));
}

describe('how a question was understood', () => {
  it('is told in plain words, with the words that counted as they were typed', () => {
    const question = 'how many TROOPS are in Iraq?';
    expect(readingOf(readQuestion(question), ranked(question, 'The soldiers left.')[0])).toEqual({
      wanted: 'a number',
      terms: ['TROOPS', 'Iraq'],
      matched: ['TROOPS'],
      followsUp: null,
    });
  });

  it('is told where nothing was found, too', () => {
    expect(readingOf(readQuestion('zebras in Iraq?'), undefined)).toMatchObject({
      terms: ['zebras', 'Iraq'],
      matched: [],
    });
  });

  it('names the question that it follows up', () => {
    expect(readingOf(readQuestion('and why?', 'Did troops leave?'), undefined).followsUp).toBe(
      'Did troops leave?',
    );
  });
});

it('a quote by itself tells which words of a question it holds', () => {
  const question = readQuestion('how many troops left Syria?');
  expect(readingOfQuote(question, 'The soldiers left on Sunday.')).toMatchObject({
    wanted: 'a number',
    terms: ['troops', 'left', 'Syria'],
    matched: ['troops', 'left'],
  });
});
