import { expect, test } from 'vitest';
import { headlineArticle } from '../../../src/digest/telling/headline.js';
import { article } from '../articles.js';

const EQUAL = () => 1;
const TEXT = 'Prime minister Ann Lee resigned on Monday after weeks of protests.';
const CENTRE = new Map([
  ['prime', 1],
  ['minist', 1],
  ['lee', 1],
  ['resign', 1],
]);

const headline = (...titles: (string | null)[]) =>
  headlineArticle(
    titles.map((title, at) => article(`${at}`, TEXT, { title })),
    EQUAL,
    CENTRE,
  )?.title;

const NEWS = 'Prime minister Ann Lee resigns after weeks of protests';

test.each([
  ['a question', 'Why did prime minister Ann Lee resign?'],
  ['a teaser', 'Here’s what to know as prime minister Ann Lee resigns'],
  ['a live blog', 'Prime minister Ann Lee resigns: live updates'],
  ['a column', 'Opinion: Prime minister Ann Lee resigns too late'],
  ['one that was cut off', 'Prime minister Ann Lee resigns after weeks of nationwide protests ... - CNN'],
  ['a quote', '‘I will resign today or tomorrow’: Minister'],
])('a title that says what happened goes before %s', (_, title) => {
  expect(headline(title, NEWS)).toBe(NEWS);
});

test('of two such titles the one that says more of the story is taken', () => {
  expect(headline('Protests go on for weeks', 'Prime minister Lee resigns after protests')).toBe(
    'Prime minister Lee resigns after protests',
  );
});

test('articles without a title give way to one with a title', () => {
  expect(headline(null, NEWS)).toBe(NEWS);
  expect(headline(null)).toBeNull();
});
