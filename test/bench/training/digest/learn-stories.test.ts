import { describe, expect, it } from 'vitest';
import { learnStories, modelsOutOfFold } from '../../../../bench/training/digest/learn-stories.js';
import type { StoryDay, StoryDays } from '../../../../bench/training/digest/story-days.js';
import { findStories } from '../../../../src/digest/stories/find-stories.js';
import { readArticle } from '../../../../src/digest/stories/read-article.js';
import { article } from '../../../digest/articles.js';

const PLACES = ['Bowmore', 'Lajitas', 'Kilmory', 'Ardbeg', 'Talisker', 'Oban', 'Tobermory', 'Skye'];

/** Each day has a flood that two articles tell, a vote that one tells, and a guide. */
function dayIn(place: string, at: number): StoryDay {
  const day = `2026-03-0${at + 1}`;
  const written = (id: string, title: string, text: string) =>
    readArticle(article(`${id}-${at}`, text, { title, published: day }));
  return {
    day,
    stories: [[`flood-${at}`, `damage-${at}`], [`vote-${at}`]],
    notStories: new Set([`guide-${at}`]),
    articles: [
      written('guide', 'How to cook your goose', 'You should salt your goose well. I love it.'),
      written('vote', 'Senate passes harbour bill', 'Senators approved money for harbours, officials said.'),
      written('flood', `Flood kills two in ${place}`, `A flood killed two in ${place} on Monday.`),
      written(
        'damage',
        `${place} flood kills two`,
        `The flood in ${place} killed two, and destroyed a school.`,
      ),
    ],
  };
}

const days: StoryDays = { days: PLACES.map(dayIn), weight: () => 1 };

describe('learning from sorted days', { timeout: 60_000 }, () => {
  it('puts what is told most first, and leaves guides out, on a day that was not learned from', () => {
    const models = modelsOutOfFold(days);
    for (const { day, articles } of days.days) {
      const model = models.get(day);
      expect(model?.days).not.toContain(day);
      if (!model) continue;
      const found = findStories(articles, days.weight, model);
      expect(found.map(({ articles: { length } }) => length)).toEqual([2, 1]);
    }
  });

  it('names the days that it learned from, so that nobody measures on them', () => {
    const two = { ...days, days: days.days.slice(0, 2) };
    expect(learnStories(two).days).toEqual(['2026-03-01', '2026-03-02']);
  });
});
