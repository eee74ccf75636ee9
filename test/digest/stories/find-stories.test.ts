import { expect, test } from 'vitest';
import { findStories } from '../../../src/digest/stories/find-stories.js';
import { readArticle } from '../../../src/digest/stories/read-article.js';
import type { StoryModel } from '../../../src/digest/stories/story-model.js';
import { article } from '../articles.js';

/** Takes an article for no news if its title is labelled, and every piece of news for equally valuable. */
const MODEL: StoryModel = {
  notNews: { bias: -3, hints: { labelled: 6 }, subject: [] },
  value: { bias: 0, hints: {}, subject: [] },
  importance: { coverage: 1, value: 0, news: 0, named: 1 },
  days: [],
};

const ferry = 'A ferry sank in the harbour of Port Ellen during a storm on Monday.';
const goat = 'A goat was elected mayor of Lajitas on Monday without any rival.';
const bank = 'Kestrel Bank cut its interest rates on Monday for the second month.';
const ferryReport = article('ferry', ferry, { title: 'Ferry sinks off Port Ellen', publisher: 'Courier' });
const goatReport = article('goat', goat, { title: 'Goat elected mayor of Lajitas', publisher: 'Courier' });
const columnText =
  'The ferry that sank in the storm on Monday should never have left the harbour of Port Ellen.';
const column = article('column', columnText, {
  title: 'Opinion: The ferry off Port Ellen should not have sailed',
  publisher: 'Herald',
});

const found = (...articles: Parameters<typeof readArticle>[0][]) =>
  findStories(articles.map(readArticle), () => 1, MODEL).map(({ articles: all, reports }) => ({
    articles: all.map(({ id }) => id).sort(),
    reports: reports.map(({ id }) => id),
  }));

test('a column belongs to its story, and does not tell it', () => {
  expect(found(goatReport, ferryReport, column)).toEqual([
    { articles: ['column', 'ferry'], reports: ['ferry'] },
    { articles: ['goat'], reports: ['goat'] },
  ]);
});

test('a column alone is no story', () => {
  expect(found(goatReport, column).map(({ articles }) => articles)).toEqual([['goat']]);
});

test('where there are only columns, they are what there is', () => {
  expect(found(column)).toEqual([{ articles: ['column'], reports: ['column'] }]);
});

test('a story that a round-up names comes before one that it does not name', () => {
  const roundUp = article('five', `${goat}\n${bank}`, { title: '5 things to know for Monday' });
  expect(found(ferryReport, goatReport, roundUp).map(({ articles }) => articles)).toEqual([
    ['goat'],
    ['ferry'],
  ]);
});

test('copies of one report are one voice', () => {
  const copy = (id: string, publisher: string) => article(id, ferry, { title: 'Ferry sinks', publisher });
  const other = 'The mayor of Lajitas, elected on Monday without any rival, is a goat that drinks beer.';
  const second = article('goat-2', other, { title: 'Lajitas elects goat mayor', publisher: 'Herald' });
  const [first] = found(copy('a', 'Courier'), copy('b', 'Herald'), copy('c', 'Gazette'), goatReport, second);
  expect(first?.articles).toEqual(['goat', 'goat-2']);
});
