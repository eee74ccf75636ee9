import { describe, expect, test } from 'vitest';
import { articleFeatures } from '../../../src/digest/stories/article-features.js';
import { article } from '../articles.js';

const PLAIN = 'The council of Port Ellen approved a new harbour on Monday, officials said.';

function hints(title: string, text = PLAIN, url: string | null = null) {
  return articleFeatures({ ...article('a', text, { title }), url }).hints;
}

describe('the hints of an article', () => {
  test.each([
    ['asks', 'Why is the sky red?'],
    ['answers', 'Floods: What we know so far'],
    ['countsThings', '7 ways to save on heating'],
    ['labelled', 'Opinion: The harbour should wait'],
    ['serves', 'How to cook a goose'],
    ['roundsUp', 'Goat mayor, lost ring: News from around our 50 states'],
    ['tellsEvent', 'Two killed as ferry sinks off Port Ellen'],
  ])('see that a title %s: %s', (name, title) => {
    expect(hints(title)[name]).toBe(1);
    expect(hints('Harbour plan in Port Ellen')[name]).toBe(0);
  });

  test('leave the name of the page out of the title', () => {
    expect(hints('Two dead in Port Ellen - Review Journal').serves).toBe(0);
    expect(hints('A red sky over Port Ellen? | CNN').asks).toBe(1);
  });

  test('know sections by the path of the address, wherever it is', () => {
    const at = (path: string) => hints('Harbour plan', PLAIN, `https://news.example/${path}`);
    expect(at('2022/03/01/opinions/harbour-plan/index.html').inOpinion).toBe(1);
    expect(at('world/europe/harbour-plan').inWorld).toBe(1);
    expect(at('news/opinions-differ-on-harbour').inOpinion).toBe(0);
    expect(hints('Harbour plan').inOpinion).toBe(0);
    expect(hints('Harbour plan', PLAIN, 'not an address').inOpinion).toBe(0);
  });

  test('tell who speaks, outside quotes', () => {
    expect(hints('Harbour', '“I love my harbour,” Ann Lee said on Monday.').writer).toBe(0);
    expect(hints('Harbour', 'I love my harbour, and I always will.').writer).toBeGreaterThan(0);
    expect(hints('Harbour', 'You should book your ferry now.').reader).toBeGreaterThan(0);
  });

  test('tell whether the opening dates what happened', () => {
    expect(hints('Harbour', PLAIN).datedOpening).toBe(1);
    expect(hints('Harbour', 'Harbours are lovely places.').datedOpening).toBe(0);
  });
});

test('the subject of an article without known words is empty', () => {
  const { subject } = articleFeatures(article('a', 'Qxzzk wvvjq.'));
  expect(subject.every((value) => value === 0)).toBe(true);
});
