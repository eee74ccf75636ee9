import { beforeAll, describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/digest/compose.js';
import type { Digest } from '../../src/digest/digest.js';
import { periodOfDays } from '../../src/digest/schedule/period.js';
import { archiveOf, article, seedArticles } from './articles.js';

const FIFTH = periodOfDays('2020-01-05', '2020-01-05');

describe('the digest of 5 January 2020', () => {
  let digest: Digest;
  beforeAll(async () => {
    digest = await composeDigest(await archiveOf(seedArticles()), FIFTH);
  });
  const story = () => digest.stories[0];
  const told = () =>
    story()
      ?.sentences.map(({ text }) => text)
      .join('\n') ?? '';

  test('tells the five articles as one story, in five outlets', () => {
    expect(digest.stories).toHaveLength(1);
    expect(digest.articles).toBe(5);
    expect(story()?.articles).toHaveLength(5);
    expect(story()?.outlets).toHaveLength(5);
  });

  test('says that parliament voted to expel US troops, that the vote does not bind, and that the coalition paused', () => {
    expect(told()).toMatch(/parliament voted .* to expel U\.S\. troops/);
    expect(told()).toMatch(/vote is not binding/);
    expect(told()).toMatch(/coalition .* paused operations/);
  });

  test('says it in at most three sentences', () => {
    expect(story()?.sentences.length).toBeLessThanOrEqual(3);
  });

  test('shows that outlets count the vote differently', () => {
    const counts = story()?.figures.map(({ values }) => values.map(({ value }) => value).sort());
    expect(counts).toContainEqual([
      '170-0',
      '173 of the 329 Iraqi lawmakers',
      'about 180 legislators present',
    ]);
  });

  test('quotes and cites what stands in the articles', async () => {
    const articles = new Map(seedArticles().map((each) => [each.id, each]));
    for (const quote of [
      ...(story()?.sentences ?? []),
      ...(story()?.figures.flatMap(({ values }) => values) ?? []),
    ]) {
      const paragraph = articles.get(quote.article)?.paragraphs[quote.paragraph - 1];
      expect(paragraph?.text).toContain(quote.text);
    }
  });

  test('bears a headline that an outlet wrote', () => {
    expect(story()?.headline).toBe('Iraqi parliament calls on government to expel U.S. troops');
  });

  test('does not depend on the order of the articles', async () => {
    const reversed = await archiveOf(seedArticles().reverse());
    expect(await composeDigest(reversed, FIFTH)).toEqual(digest);
  });
});

const STORM =
  'A storm sank the ferry Saint Brigid in the harbour of Port Ellen on Monday and closed the harbour for a week.';
const DAY = periodOfDays('2026-03-09', '2026-03-09');
const digest = async (...articles: Parameters<typeof archiveOf>[0]) =>
  composeDigest(await archiveOf(articles), DAY);

test('the story that more outlets tell comes first', async () => {
  const { stories } = await digest(
    article(
      'goat',
      'A goat was elected mayor of Lajitas on Monday, after an election in which nobody else wanted to stand.',
      { publisher: 'Gazette' },
    ),
    article('storm-a', STORM, { publisher: 'Courier' }),
    article('storm-b', `${STORM} Harbour master Ann Lee spoke of the worst storm in years.`, {
      publisher: 'Herald',
    }),
  );
  expect(stories.map(({ articles }) => articles.length)).toEqual([2, 1]);
});

test('copies of one wire report count as one voice, and are not quoted twice', async () => {
  const wire = `${STORM}\nAbout 120 passengers were brought to safety by fishing boats before the ship went down at noon.`;
  const { stories } = await digest(
    article('a', wire, { publisher: 'Courier' }),
    article('b', wire, { publisher: 'Herald' }),
    article('c', wire, { publisher: 'Gazette' }),
  );
  expect(stories).toHaveLength(1);
  expect(stories[0]?.outlets).toHaveLength(3);
  expect(new Set(stories[0]?.sentences.map(({ article: id }) => id)).size).toBe(1);
});

test('a story of which no sentence stands alone is told by its first one', async () => {
  const { stories } = await digest(article('talk', '“I do not know,” he said.\nWhy not? Nobody asked.'));
  expect(stories[0]?.sentences.map(({ text }) => text)).toEqual(['“I do not know,” he said.']);
});

test('a day without articles has no stories', async () => {
  expect(await digest(article('old', STORM, { published: '2026-01-01' }))).toEqual({
    date: '2026-03-09',
    stories: [],
    articles: 0,
  });
});

describe('a story that goes on', () => {
  const storm = (day: string, title: string, text: string) =>
    article(`storm-${day}`, text, { title, publisher: 'Islay Gazette', published: day });
  const before = storm(
    '2026-03-08',
    'Storm closes harbour of Port Ellen',
    'A storm closed the harbour of Port Ellen on Sunday and tore two ferries from their moorings.\nThe ferries of Port Ellen drifted onto the rocks of Islay, the harbour master Ann Reid said.',
  );
  const after = storm(
    '2026-03-09',
    'Harbour of Port Ellen opens again after storm',
    'The harbour of Port Ellen opened again on Monday, a day after a storm tore two ferries from their moorings.\nOne of the ferries was pulled off the rocks of Islay, the harbour master Ann Reid said.',
  );
  const other = article(
    'orchestra',
    'The orchestra of Southport won a prize for its recordings on Monday, its director Jane Doe said.',
    { title: 'Orchestra wins prize', published: '2026-03-09' },
  );
  const ninth = periodOfDays('2026-03-09', '2026-03-09');

  test('names the headline of the day before, and another story none', async () => {
    const { stories } = await composeDigest(await archiveOf([before, after, other]), ninth);
    const followed = new Map(stories.map(({ headline, follows }) => [headline, follows?.headline]));
    expect(followed).toEqual(
      new Map([
        ['Harbour of Port Ellen opens again after storm', 'Storm closes harbour of Port Ellen'],
        ['Orchestra wins prize', undefined],
      ]),
    );
  });

  test('is told from the articles of its own day', async () => {
    const { stories, articles } = await composeDigest(await archiveOf([before, after]), ninth);
    expect(articles).toBe(1);
    expect(stories.flatMap((story) => story.articles.map(({ article: id }) => id))).toEqual([
      'storm-2026-03-09',
    ]);
  });

  test('is linked to nothing in an edition of several days, which holds both', async () => {
    const both = periodOfDays('2026-03-08', '2026-03-09');
    const { stories } = await composeDigest(await archiveOf([before, after]), both);
    expect(stories.filter(({ follows }) => follows !== undefined)).toEqual([]);
  });
});
