import { describe, expect, test } from 'vitest';
import { findDifferingFigures } from '../../../src/digest/figures/differing-figures.js';
import { article } from '../articles.js';

const lines = (...texts: string[]) =>
  findDifferingFigures(
    texts.map((text, at) => article(`article-${at}`, text, { publisher: `Outlet ${at}` })),
  );
const values = (...texts: string[]) =>
  lines(...texts).map(({ figures }) => figures.map(({ value }) => value));

test('counts of one vote are shown together, in whatever words', () => {
  expect(
    values(
      'The vote was taken with 173 of the 329 lawmakers present in the chamber on Sunday.',
      'The majority of about 180 legislators present in the chamber voted in favour of it.',
    ),
  ).toEqual([['173 of the 329 lawmakers present', 'about 180 legislators present']]);
});

test.each([
  [
    'the dead',
    'At least three people were killed when the bridge over the Tay collapsed on Monday.',
    'The collapse of the bridge over the Tay killed four people, the police confirmed.',
    ['At least three people', 'four people'],
  ],
  [
    'the injured',
    'The collapse of the bridge over the Tay injured 40 people.',
    'In all 45 people were hurt when the bridge over the Tay collapsed.',
    ['40 people', '45 people'],
  ],
  [
    'the arrested',
    'Police arrested 12 people after the protest in Dundee on Monday.',
    'After the protest in Dundee 14 people were arrested.',
    ['12 people', '14 people'],
  ],
])('counts of %s of one event are compared', (_, first, second, expected) => {
  expect(values(first, second)).toEqual([expected]);
});

const TIMES = ['2026-03-09T06:00:00Z', '2026-03-09T12:00:00Z', '2026-03-09T20:00:00Z'];
const toll = (number: string) => `${number} people were killed when the bridge over the Tay collapsed.`;

test('a count that grew through the day is a course, whoever gave it', () => {
  const [line] = findDifferingFigures(
    ['Fifteen', 'Eight', 'Twelve'].map((number, at) =>
      article(`${at}`, toll(number), { publisher: 'Courier', published: TIMES[(at + 2) % 3] ?? null }),
    ),
  );
  expect(line?.isCourse).toBe(true);
  expect(line?.figures.map(({ value }) => value)).toEqual([
    'Eight people',
    'Twelve people',
    'Fifteen people',
  ]);
});

test('two outlets that count differently at one time differ', () => {
  expect(lines(toll('Eight'), toll('Nine'))[0]?.isCourse).toBe(false);
});

describe('no line is made', () => {
  test.each([
    ['of equal figures', toll('Eight'), toll('At least eight')],
    [
      'of two events',
      'Three people were killed when the bridge over the Tay collapsed.',
      'Four people were killed in a fire at a hotel in Perth on Monday.',
    ],
    [
      'of whom one counts and the other does not',
      'The fire at the school in Perth killed 19 children.',
      'The fire at the school in Perth killed 21 people.',
    ],
    [
      'of a sum and its part',
      'Eight people were killed when the bridge over the Tay collapsed.',
      'The police said six others were killed when the bridge over the Tay collapsed.',
    ],
    [
      'of a longer time',
      'Eight people were killed on the bridge over the Tay on Monday.',
      'Nine people were killed on the bridge over the Tay so far this year.',
    ],
    [
      'of those who are for something and those who are against it',
      'A poll says 44% of voters approve of the new bridge over the Tay.',
      'A poll says 54% of voters disapprove of the new bridge over the Tay.',
    ],
    [
      'of prices',
      'Shares of the bridge company closed at $51.70 on Monday after the vote.',
      'Shares of the bridge company were bought for $54.20 on Monday in the vote.',
    ],
    [
      'of those who did and those who did not',
      'In all 170 lawmakers voted for the bill.',
      'In all 158 lawmakers did not vote for the bill.',
    ],
    [
      'of words without a number',
      'Dozens of people were killed when the bridge over the Tay collapsed.',
      'Hundreds of people were killed when the bridge over the Tay collapsed.',
    ],
    ['of numbers far apart', toll('Twelve'), toll('Ninety')],
  ])('%s', (_, first, second) => {
    expect(values(first, second)).toEqual([]);
  });

  test('of figures that one of the texts tells apart', () => {
    expect(
      values(
        `${toll('Eight')}\nBy night the police said that nine people were killed when the bridge over the Tay collapsed.`,
        toll('Nine'),
      ),
    ).toEqual([]);
  });

  test('of one outlet that gives two at one time', () => {
    const texts = ['Eight', 'Nine'].map((number) => article(number, toll(number), { publisher: 'Courier' }));
    expect(findDifferingFigures(texts)).toEqual([]);
  });
});
