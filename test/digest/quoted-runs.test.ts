import { expect, test } from 'vitest';
import { otherOutlets, quotedRuns } from '../../src/digest/quoted-runs.js';

const sentence = (article: string, number: number, text = `${article}${number}.`) => ({
  ...{ article, label: article, title: null, publisher: `Outlet ${article}`, published: null, url: null },
  ...{ text, paragraph: 1, number },
});

test('sentences that follow each other in an article are read in one go', () => {
  expect(quotedRuns([sentence('a', 0), sentence('a', 1), sentence('b', 0)]).map(({ text }) => text)).toEqual([
    'a0. a1.',
    'b0.',
  ]);
});

test('an ellipsis marks what is left out between them', () => {
  expect(quotedRuns([sentence('a', 0), sentence('a', 4)]).map(({ text }) => text)).toEqual(['a0. … a4.']);
});

test('an ellipsis parts a sentence without a full stop from the next one', () => {
  const runs = quotedRuns([sentence('a', 0, 'The city fell'), sentence('a', 1, 'It was a stronghold.')]);
  expect(runs.map(({ text }) => text)).toEqual(['The city fell … It was a stronghold.']);
});

test('a run cites its first sentence', () => {
  expect(quotedRuns([sentence('a', 2), sentence('a', 3)])[0]?.source.number).toBe(2);
});

test('outlets that are quoted are not named again, and each other one once', () => {
  const articles = [sentence('a', 0), sentence('b', 0), sentence('b', 0), sentence('c', 0)];
  expect(otherOutlets(articles, [sentence('a', 1)]).map(({ article }) => article)).toEqual(['b', 'c']);
});
