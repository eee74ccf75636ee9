import { expect, test } from 'vitest';
import { articleTerms, groupStories } from '../../../src/digest/stories/group-stories.js';
import { article } from '../articles.js';

const groups = (...articles: Parameters<typeof articleTerms>[0][]) =>
  groupStories(new Map(articles.map((each) => [each, articleTerms(each)])), () => 1).map((group) =>
    group.map(({ id }) => id),
  );

test('a name counts double, unless it begins its sentence', () => {
  const { counts, whole } = articleTerms(article('a', 'Ferries sank near Islay.'));
  expect([counts.get('islay'), whole.get('islay')]).toEqual([1, 2]);
  expect([...whole.values()].filter((count) => count === 2)).toHaveLength(1);
});

test('the opening is title and first sentences, the title counted double', () => {
  const text = 'One ferry sank.\nTwo ferries sank.\nThree ferries sank.\nNobody drowned.';
  const { opening } = articleTerms(article('a', text, { title: 'Sunk' }));
  expect(opening.get('drown')).toBeUndefined();
  expect(Math.max(...opening.values())).toBeGreaterThanOrEqual(2);
});

test('two events that look alike are told apart by who and where', () => {
  const quake = (id: string, place: string, dead: string) =>
    article(id, `An earthquake shook ${place} on Sunday.\nRescuers from ${place} found ${dead} dead.`, {
      title: `Earthquake shakes ${place}`,
    });
  const found = groups(
    quake('a', 'Port Ellen', 'Ann Lee'),
    quake('b', 'Port Ellen', 'Ann Lee and others'),
    article('c', 'Voters in Lajitas elected a goat as mayor.', { title: 'Lajitas elects goat' }),
  );
  expect(found).toEqual([['a', 'b'], ['c']]);
});

test('articles of days far apart are different events', () => {
  const flood = (id: string, published: string) =>
    article(id, 'The Laggan flooded Bowmore.', { published, title: 'Flood in Bowmore' });
  expect(groups(flood('a', '2026-03-09'), flood('b', '2026-03-20'))).toHaveLength(2);
  expect(groups(flood('a', '2026-03-09'), flood('b', '2026-03-11'))).toHaveLength(1);
});
