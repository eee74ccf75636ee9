import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../src/answer/latest.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { articleOf, rankedOf } from './fixtures.js';

const TOPIC = 'dock strike';

function printed(published: string | null, ...sentences: string[]): ArchivedArticle {
  return { ...articleOf({ id: published ?? 'undated', title: 'Dock strike' }, sentences), published };
}

/** The articles in the order in which their sentences come. */
function articlesOf(ranked: ReturnType<typeof rankedOf>): string[] {
  return [...new Set(newestFirst(ranked).map(({ article }) => article.id))];
}

describe('the newest of a topic', () => {
  it('comes first, whatever ranks best', () => {
    const ranked = rankedOf(
      TOPIC,
      printed('2022-05-01', 'The dock strike began.'),
      printed('2022-05-09', 'The strike ended.'),
      printed('2022-05-05', 'The dock strike grew.'),
    );
    expect(articlesOf(ranked)).toEqual(['2022-05-09', '2022-05-05', '2022-05-01']);
  });

  it('has scores that fall with its place', () => {
    const ranked = rankedOf(TOPIC, printed('2022-05-01', 'The dock strike began.', 'The dock strike grew.'));
    expect(newestFirst(ranked).map(({ score }) => -score)).toEqual([0, 1]);
  });

  it('is told by the opening of an article rather than further down', () => {
    const ranked = rankedOf(
      TOPIC,
      printed('2022-05-01', 'The dock strike began.', 'It was cold.', 'The dock strike began.'),
    );
    expect(newestFirst(ranked)[0]?.sentence.number).toBe(0);
  });

  it('is no article that is about something else', () => {
    const other = { ...articleOf({ id: 'other', title: 'A concert' }, ['The strike of a bell.']) };
    const ranked = rankedOf(TOPIC, printed('2022-05-01', 'The dock strike began.'), {
      ...other,
      published: '2022-05-09',
    });
    expect(articlesOf(ranked)).toEqual(['2022-05-01']);
  });

  it('is no caption, which stands under an older photo', () => {
    const pictured = archiveArticle({
      ...printed('2022-05-01', 'The dock strike began.'),
      captions: ['The dock strike of 1984.'],
    });
    expect(newestFirst(rankedOf(TOPIC, pictured)).map(({ sentence }) => sentence.text)).toEqual([
      'The dock strike began.',
    ]);
  });

  it('takes an article for as new as the archive has it, where it does not say its day', () => {
    const undated = { ...printed(null, 'The dock strike grew.'), added: '2022-05-05T10:00:00Z' };
    const ranked = rankedOf(
      TOPIC,
      printed('2022-05-01', 'The dock strike began.'),
      undated,
      printed('2022-05-09', 'The dock strike ended.'),
    );
    expect(articlesOf(ranked)).toEqual(['2022-05-09', 'undated', '2022-05-01']);
  });

  it('comes last where nobody knows its day', () => {
    const ranked = rankedOf(
      TOPIC,
      printed(null, 'The dock strike grew.'),
      printed('2022-05-01', 'The dock strike began.'),
    );
    expect(articlesOf(ranked)).toEqual(['2022-05-01', 'undated']);
  });

  it('is nothing where nothing was found', () => {
    expect(newestFirst([])).toEqual([]);
  });
});
