import { describe, expect, it } from 'vitest';
import { digestFailures, digestFigures } from '../../../bench/measures/digest.js';
import type { DigestDay } from '../../../bench/sets/digest.js';
import type { DigestStory } from '../../../src/digest/digest.js';

const flood = {
  name: 'flood',
  rank: 1,
  articles: ['a', 'b'],
  facts: [/drowned/i, /dam/i],
  headlines: new Set(['a']),
};
const vote = { name: 'vote', rank: 2, articles: ['c'], facts: [/voted/i], headlines: new Set<string>() };
const gold: DigestDay = { day: '2022-01-03', events: [flood, vote], notStories: new Set(['quiz', 'column']) };

/** A story whose headline is the title of its first article. */
function story(articles: readonly string[], text = ''): DigestStory {
  const cited = articles.map((article) => ({
    article,
    label: `Title ${article}`,
    title: `Title ${article}`,
    publisher: null,
    published: null,
    url: null,
  }));
  const [first] = cited;
  return {
    headline: first?.label ?? '',
    outlets: [],
    articles: cited,
    sentences: first && text !== '' ? [{ ...first, text, paragraph: 1, number: 0 }] : [],
    figures: [],
  };
}

const figures = (...stories: DigestStory[]) => digestFigures([{ gold, stories }]);

describe('the measure of an edition', () => {
  it('asks whether the main event comes first, and whether it is among the first three', () => {
    const late = [story(['quiz']), story(['x']), story(['a', 'b'])];
    expect(figures(story(['a']), story(['c']))).toMatchObject({ 'lead right': 1, 'lead in three': 1 });
    expect(figures(...late)).toMatchObject({ 'lead right': 0, 'lead in three': 1 });
    expect(figures(story(['y']), ...late)).toMatchObject({ 'lead right': 0, 'lead in three': 0 });
  });

  it('takes a story for the event of most of its labelled articles', () => {
    expect(figures(story(['c', 'a', 'b', 'unlabelled']))['lead right']).toBe(1);
    expect(figures(story(['a', 'quiz', 'column']))['lead right']).toBe(0);
  });

  it('counts an event once among the first five', () => {
    expect(figures(story(['a']), story(['b']))['top five']).toBe(0.5);
    expect(figures(story(['c']), story(['b']))['top five']).toBe(1);
  });

  it('looks for facts in headline and sentences of stories that are events', () => {
    const told = figures(story(['a'], 'Two people drowned.'), story(['c'], 'Nothing of it.'), story(['x']));
    expect(told).toMatchObject({ 'first fact': 0.5, 'all facts': 1 / 3 });
  });

  it('judges headlines of events for which the editor named some', () => {
    expect(figures(story(['a']), story(['c']))['headline right']).toBe(1);
    expect(figures(story(['b', 'a']), story(['c']))['headline right']).toBe(0);
  });

  it('counts as no story what holds nothing else', () => {
    expect(figures(story(['quiz', 'column']), story(['quiz', 'x']))['not stories of eight']).toBe(0.5);
  });

  it('measures the grouping over articles that have an event, and takes a missing article for one alone', () => {
    expect(figures(story(['a', 'b', 'quiz']), story(['c']))['B-cubed F1']).toBe(1);
    expect(figures(story(['a']), story(['c']))['B-cubed recall']).toBeCloseTo((0.5 + 0.5 + 1) / 3);
    expect(figures(story(['a', 'b', 'c']))['B-cubed precision']).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
  });

  it('shows the days whose main event does not come first', () => {
    const failures = digestFailures([{ gold, stories: [story(['quiz']), story(['a'])] }]);
    expect(failures).toMatchObject([{ question: '2022-01-03', verdict: 'the main event is number 2' }]);
    expect(failures[0]?.got).toEqual(['no story Title quiz (1)', '1 Title a (1)']);
  });
});
