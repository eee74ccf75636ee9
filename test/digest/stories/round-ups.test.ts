import { expect, test } from 'vitest';
import { readArticle } from '../../../src/digest/stories/read-article.js';
import { namedBy, sortOutRoundUps } from '../../../src/digest/stories/round-ups.js';
import { article } from '../articles.js';

const equal = () => 1;
const judged = (id: string, text: string, notNews: number, title: string | null = null) => ({
  ...readArticle(article(id, text, { title })),
  notNews,
  value: 0.5,
});

const ferry = 'A ferry sank in the harbour of Port Ellen during a storm.';
const vote = 'Parliament voted to expel foreign troops from the country.';
const bank = 'Kestrel Bank cut its interest rates for the second month.';
const filler = 'Nothing else is worth a word here today.';
const several = [ferry, filler, filler, filler, vote, filler, filler, filler, bank, filler].join('\n');

const news = [judged('ferry', ferry, 0.1), judged('vote', vote, 0.1), judged('bank', bank, 0.1)];

test('an article near to several unlike stories is a round-up, if it surely is no news', () => {
  const found = (notNews: number) =>
    sortOutRoundUps([...news, judged('several', several, notNews)], equal).articles.map(
      ({ article: { id } }) => id,
    );
  expect(found(0.9)).toEqual(['ferry', 'vote', 'bank']);
  expect(found(0.7)).toContain('several');
});

test('a column on one story is no round-up', () => {
  const { roundUps } = sortOutRoundUps([...news, judged('column', `${ferry}\n${filler}`, 0.9)], equal);
  expect(roundUps).toEqual([]);
});

test('an article is a round-up if its title says so', () => {
  const { roundUps } = sortOutRoundUps([judged('five', ferry, 0.2, '5 things to know for Monday')], equal);
  expect(roundUps).toHaveLength(1);
});

test('a round-up names the stories of its items', () => {
  const other = judged('other', 'A goat was elected mayor of Lajitas without rivals.', 0.1);
  const { roundUps } = sortOutRoundUps([...news, judged('several', several, 0.9)], equal);
  const named = (each: typeof other) => namedBy(roundUps, each, equal);
  for (const each of news) expect(named(each)).toBeGreaterThan(2 * named(other));
});
