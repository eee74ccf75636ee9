import { expect, test } from 'vitest';
import { findDifferingFigures } from '../../src/digest/figures.js';
import { article } from './articles.js';

const values = (...texts: string[]) =>
  findDifferingFigures(
    texts.map((text, at) => article(`article-${at}`, text, { publisher: `Outlet ${at}` })),
  ).map((group) => group.map(({ value }) => value));

test('figures for the same thing are shown together, in whatever words', () => {
  expect(
    values(
      'The vote was taken with 173 of the 329 lawmakers present in the chamber on Sunday.',
      'The majority of about 180 legislators present in the chamber voted in favour of it.',
    ),
  ).toEqual([['173 of the 329 lawmakers present', 'about 180 legislators present']]);
});

test('the number of the dead is compared however small it is', () => {
  expect(
    values(
      'At least three people were killed when the bridge over the Tay collapsed on Monday.',
      'Four people were killed when the bridge over the Tay collapsed, the police confirmed.',
    ),
  ).toEqual([['At least three people', 'Four people']]);
});

test.each([
  [
    'equal figures',
    'About 5,000 troops are stationed in the country.',
    'Some 5,000 troops are stationed in the country.',
  ],
  [
    'different things',
    'The town has 12,000 inhabitants since 2019.',
    'The club sold 14,000 tickets for the match.',
  ],
  [
    'numbers far apart',
    'The mayor spoke to 12 people in the square.',
    'The mayor spoke to 900 people in the square.',
  ],
  [
    'who did and who did not',
    'In all 170 lawmakers voted for the bill.',
    'In all 158 lawmakers did not vote for the bill.',
  ],
  [
    'figures without a number',
    'Dozens of boats left the harbour at dawn.',
    'Hundreds of boats left the harbour at dawn.',
  ],
])('%s make no line', (_, first, second) => {
  expect(values(first, second)).toEqual([]);
});

test('one outlet that gives two figures makes no line', () => {
  const same = [
    'The dam holds 5,200 boats in the harbour basin.',
    'The dam holds 5,300 boats in the harbour basin.',
  ];
  expect(
    findDifferingFigures(same.map((text, at) => article(`${at}`, text, { publisher: 'Courier' }))),
  ).toEqual([]);
});
