import { expect, test } from 'vitest';
import { selectKeySentences } from '../../../src/digest/telling/key-sentences.js';
import { article } from '../articles.js';

const EQUAL = () => 1;
const texts = (articles: Parameters<typeof selectKeySentences>[0], limit: number) =>
  selectKeySentences(articles, limit, EQUAL).map(({ sentence }) => sentence.text);

const COURIER = article(
  'courier',
  `The parliament of Elbonia voted on Monday to close the border with its southern neighbour.
   The weather in the capital was mild for the season, and the markets were full.
   He had promised the vote since the spring.`,
);
const HERALD = article(
  'herald',
  `Elbonia’s parliament voted to close its southern border on Monday, the first such vote in ten years.
   The vote does not bind the government, which has to sign the law before the border closes.`,
);
const GAZETTE = article(
  'gazette',
  `Lawmakers in Elbonia voted to close the southern border; the law does not bind the government until it signs.
   The president of the chamber said that he was tired after the session of the day.`,
);

test('what several articles say comes first', () => {
  expect(texts([COURIER, HERALD, GAZETTE], 1)[0]).toMatch(/voted .* border/);
});

test('the second sentence adds something', () => {
  const chosen = selectKeySentences([COURIER, HERALD, GAZETTE], 2, EQUAL);
  expect(chosen.map(({ sentence }) => sentence.text).join(' ')).toMatch(/does not bind/);
});

test('sentences that lean on others are not chosen, however many are asked for', () => {
  const all = texts([COURIER, HERALD, GAZETTE], 20);
  expect(all).not.toContain('He had promised the vote since the spring.');
  expect(all.length).toBeGreaterThan(1);
});

test('the same statement is not made twice', () => {
  const twice = [COURIER, article('copy', COURIER.paragraphs.map(({ text }) => text).join('\n'))];
  expect(texts(twice, 20)).toHaveLength(new Set(texts(twice, 20)).size);
});

test('of a lone article its lead tells the story', () => {
  expect(texts([COURIER], 1)).toEqual([COURIER.sentences[0]?.text]);
});

test('an article without a sentence that stands alone gives none', () => {
  expect(texts([article('talk', '“I do not know,” he said.\nWhy not?')], 3)).toEqual([]);
});
