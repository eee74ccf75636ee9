import { expect, test } from 'vitest';
import { traceStory } from '../../../src/digest/course/trace-story.js';
import { archiveOf, article } from '../articles.js';

const told = (id: string, published: string, title: string, text: string) =>
  article(id, text, { title, publisher: `The ${id}`, published });

const MORE =
  'Rescue teams with boats searched the valley of Strelsau after the river Zenda burst its banks near the flooded mill.';

const flood = [
  told(
    'First',
    '2026-07-03',
    'Flood in Strelsau kills 12',
    `At least 12 people were killed in the Strelsau flood on Friday, the governor said.\n${MORE}`,
  ),
  told(
    'Second',
    '2026-07-05',
    'Strelsau flood: death toll rises',
    `The flood in Strelsau has killed 15 people, the governor of the valley said on Sunday.\n${MORE}`,
  ),
  told(
    'Third',
    '2026-07-09',
    'Strelsau buries the dead of the flood',
    `Strelsau buried the 17 people who died in the flood on Thursday, while the army repaired the bridges.\n${MORE}`,
  ),
];
const others = [
  told(
    'Fire',
    '2026-07-04',
    'Fire in Hentzau kills 40',
    'A fire in a factory of Hentzau killed 40 people on Saturday, the fire brigade said.',
  ),
  told(
    'Years',
    '2024-01-02',
    'Strelsau plans a wall against flood',
    'The council of Strelsau voted for a wall against flood from the sea, which will cost two million crowns.',
  ),
];
const trace = async (words: string, articles = [...others, ...flood].reverse()) =>
  traceStory(await archiveOf(articles), words);

test('a story is told in dated sentences of its articles, oldest first', async () => {
  const { entries, articles } = await trace('strelsau flood');
  expect(entries.map(({ day, publisher }) => [day, publisher])).toEqual([
    ['2026-07-03', 'The First'],
    ['2026-07-05', 'The Second'],
    ['2026-07-09', 'The Third'],
  ]);
  expect(entries[0]?.text).toBe(
    'At least 12 people were killed in the Strelsau flood on Friday, the governor said.',
  );
  expect(articles).toBe(3);
});

test('a count that grew is told with the day on which each figure was first printed', async () => {
  const { figures } = await trace('how many people died in the flood in strelsau?');
  expect(figures.map(({ steps }) => steps.map(({ value, day }) => `${value} ${day}`))).toEqual([
    ['At least 12 people 2026-07-03', '15 people 2026-07-05', '17 people 2026-07-09'],
  ]);
});

test('figures that contradict each other are not told', async () => {
  const less = told(
    'Fourth',
    '2026-07-10',
    'Strelsau flood: fewer dead',
    `Only five people were killed in the flood in Strelsau, the governor said on Friday.\n${MORE}`,
  );
  const again = { ...less, id: 'Fifth', publisher: 'The Fifth', published: '2026-07-11' };
  const { figures, entries } = await trace('strelsau flood', [...flood, less, again]);
  expect(figures).toEqual([]);
  expect(entries.length).toBeGreaterThan(2);
});

test('what happened far from it in time or place is left out', async () => {
  const { entries } = await trace('strelsau flood');
  expect(entries.map(({ article: id }) => id)).not.toContain('Years');
  expect(entries.map(({ article: id }) => id)).not.toContain('Fire');
});

test('what no article is about has no course', async () => {
  expect(await trace('volcano in iceland')).toEqual({ entries: [], figures: [], articles: 0 });
});

test('no words, or too many, are refused', async () => {
  await expect(trace(' ')).rejects.toMatchObject({ code: 'question-empty' });
  await expect(trace('flood '.repeat(300))).rejects.toMatchObject({ code: 'question-long' });
});
