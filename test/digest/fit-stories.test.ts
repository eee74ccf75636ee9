import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DigestStory, KeySentence } from '../../src/digest/digest.js';
import { fitStories } from '../../src/digest/fit-stories.js';

const sentence = (text: string): KeySentence => ({
  ...{ article: 'a', label: 'A', title: 'A', publisher: null, published: null, url: null },
  text,
  paragraph: 1,
  number: 0,
});
const story = (...lengths: number[]): DigestStory => ({
  headline: '',
  outlets: [],
  articles: [],
  sentences: lengths.map((length) => sentence('x'.repeat(length))),
  figures: [],
});
const cost = ({ sentences, figures }: DigestStory) =>
  [...sentences, ...figures.flatMap(({ values }) => values)].reduce(
    (total, { text }) => total + text.length,
    0,
  );
const lengths = (stories: readonly DigestStory[]) =>
  stories.map(({ sentences }) => sentences.map(({ text }) => text.length));

describe('stories fit into a message', () => {
  test('whole, as long as there is room', () => {
    const { stories, left } = fitStories([story(10, 10), story(10), story(10)], 30, 9, cost);
    expect(lengths(stories)).toEqual([[10, 10], [10]]);
    expect(left).toBe(1);
  });

  test('then by whole sentences', () => {
    const { stories, left } = fitStories([story(10), story(10, 10, 10)], 35, 9, cost);
    expect(lengths(stories)).toEqual([[10], [10, 10]]);
    expect(left).toBe(0);
  });

  test('the first one always, if only by its first sentence', () => {
    expect(lengths(fitStories([story(50, 10)], 20, 9, cost).stories)).toEqual([[50]]);
  });

  test('figures go before the last sentence does', () => {
    const figures = [{ values: [{ ...sentence('x'.repeat(10)), value: '5' }], isCourse: false }];
    const { stories } = fitStories([{ ...story(10), figures }], 12, 9, cost);
    expect(lengths(stories)).toEqual([[10]]);
    expect(stories[0]?.figures).toEqual([]);
  });

  test('no more than asked for', () => {
    expect(fitStories([story(1), story(1), story(1)], 100, 2, cost)).toMatchObject({ left: 1 });
  });

  test('never more than the room holds, beyond a first story that nothing fits, and none is skipped', () => {
    const stories = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(stories, fc.integer({ min: 60, max: 300 }), (all, room) => {
        const given = all.map((each) => story(...each));
        const fitted = fitStories(given, room, 8, cost);
        const total = fitted.stories.reduce((sum, each) => sum + cost(each), 0);
        expect(total).toBeLessThanOrEqual(room);
        expect(fitted.stories.length + fitted.left).toBe(all.length);
        fitted.stories.forEach((each, at) => {
          const whole = given[at]?.sentences ?? [];
          expect(each.sentences).toEqual(whole.slice(0, each.sentences.length));
          expect(each.sentences.length).toBeGreaterThan(0);
        });
      }),
    );
  });
});
