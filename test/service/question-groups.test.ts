import { expect, test } from 'vitest';
import { groupQuestions } from '../../src/service/question-groups.js';
import { archiveOf, seedArticles } from '../digest/articles.js';

const grouped = async (...questions: string[]) =>
  (await groupQuestions(await archiveOf(seedArticles()), questions)).map((group) =>
    group.map((at) => questions[at]),
  );

test('questions that ask the same in other words are one group', async () => {
  const cup = ['who won the world cup?', 'who was the winner of the world cup?'];
  const gas = ['price of gas today', 'how much is gas right now'];
  expect(await grouped(...cup, ...gas)).toEqual([cup, gas]);
});

test.each([
  ['when did the queen die?', 'how did the queen die?'],
  ['how many people died in the flood?', 'how many people were injured in the flood?'],
  ['who won the world cup?', 'where is the world cup?'],
])('“%s” and “%s” are two', async (...questions) => {
  expect(await grouped(...questions)).toHaveLength(2);
});

test('of no questions there are no groups', async () => {
  expect(await grouped()).toEqual([]);
});
