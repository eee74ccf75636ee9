import { expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { archiveOf, seedArticles } from '../digest/articles.js';

test('an answer is about the names that its question asks for and its articles print', async () => {
  const answer = await ask(await archiveOf(seedArticles()), 'how many troops are in iraq?');
  expect(answer).toMatchObject({ answered: true, topics: expect.arrayContaining(['Iraq']) });
});
