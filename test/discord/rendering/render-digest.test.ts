import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest, DigestStory, KeySentence } from '../../../src/digest/digest.js';
import { keyOfSpan } from '../../../src/digest/schedule/period-key.js';
import { type Outgoing, plainText } from '../../../src/discord/rendering/message.js';
import { renderDigest } from '../../../src/discord/rendering/render-digest.js';
import { checkMessage } from '../stand-in/refusals.js';

const period = keyOfSpan(
  new Date('2026-03-09T07:00Z'),
  new Date('2026-03-10T07:00Z'),
  'America/Argentina/ComodRivadavia',
);

const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 });
const nothing = fc.constant(null);
const source = fc.record({
  article: fc.constantFrom('a', 'b', 'c'),
  label: anyText,
  title: fc.oneof(nothing, anyText),
  publisher: fc.oneof(nothing, anyText),
  published: fc.oneof(nothing, fc.constant('2026-03-09')),
  url: fc.oneof(nothing, fc.webUrl({ withQueryParameters: true })),
});
const quote: fc.Arbitrary<KeySentence> = fc
  .tuple(source, anyText, fc.integer({ min: 1, max: 500 }), fc.nat(3))
  .map(([cited, text, paragraph, number]) => ({ ...cited, text, paragraph, number }));
const story: fc.Arbitrary<DigestStory> = fc.record({
  headline: anyText,
  outlets: fc.array(anyText, { maxLength: 30 }),
  articles: fc.array(source, { maxLength: 3 }),
  sentences: fc.array(quote, { minLength: 1, maxLength: 3 }),
  figures: fc.array(
    fc.record({
      values: fc.array(
        fc.tuple(quote, anyText).map(([figure, value]) => ({ ...figure, value: value.slice(0, 60) })),
        { minLength: 2, maxLength: 6 },
      ),
      isCourse: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});
const digest: fc.Arbitrary<Digest> = fc.record({
  date: fc.constant('2026-03-10'),
  stories: fc.array(story, { maxLength: 30 }),
  articles: fc.integer({ min: 0, max: 100_000 }),
});

const labels = (message: Outgoing) =>
  Array.from(JSON.stringify(message).matchAll(/"label":"([^"]*)"/g), ([, label]) => label);

describe('whatever the stories are', () => {
  test('a digest is a message that Discord takes', () => {
    fc.assert(
      fc.property(digest, fc.nat(30), (all, offset) => {
        checkMessage({ ...renderDigest(all, { period, offset, lateSince: 0, mark: 77 }), flags: 1 << 15 });
      }),
      { numRuns: 60 },
    );
  });

  test('pressing its button through the rest shows every story once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const numbered: Digest = {
          date: '2026-03-10',
          articles: count,
          stories: fc
            .sample(story, { numRuns: count, seed: 5 })
            .map((each, at) => ({ ...each, headline: `Story${at}.` })),
        };
        const shown: string[] = [];
        for (let offset = 0; offset < count; ) {
          const message = renderDigest(numbered, { period, offset });
          shown.push(
            ...Array.from(JSON.stringify(message).matchAll(/\*\*(Story\d+)\./g), ([, name]) => name ?? ''),
          );
          const next = /"custom_id":"stories:(\d+):/.exec(JSON.stringify(message))?.[1];
          offset = next === undefined ? count : Number(next);
        }
        expect(shown).toEqual(numbered.stories.map((_, at) => `Story${at}`));
      }),
      { numRuns: 20 },
    );
  });
});

test('its button says how many stories are left', () => {
  const stories = fc.sample(story, { numRuns: 12, seed: 5 });
  const message = renderDigest({ date: '2026-03-10', articles: 12, stories }, { period });
  expect(labels(message)).toContainEqual(expect.stringMatching(/^\d+ more stories$/));
});

test('quotes of different outlets stand apart', () => {
  const cited = (name: string) => ({
    ...{ article: name, label: name, title: name, publisher: name, published: null, url: null },
    ...{ text: `${name} wrote this.`, paragraph: 1, number: 0 },
  });
  const [first, second] = [cited('Herald'), cited('Post')];
  const message = renderDigest(
    {
      date: '2026-03-10',
      articles: 2,
      stories: [
        {
          headline: 'Two outlets write',
          outlets: ['Herald', 'Post'],
          articles: [first, second],
          sentences: [first, second],
          figures: [],
        },
      ],
    },
    { period },
  );
  expect(plainText(message)).toContain('> Herald wrote this. — Herald\n> \n> Post wrote this. — Post');
});

test('a quote cannot format the message or mention anybody', () => {
  const text = 'The **minister** met @everyone and <@123> at [the](https://example.org) `club` on Monday.';
  const cited = { article: 'a', label: 'A', title: 'A', publisher: null, published: null, url: null };
  const message = renderDigest(
    {
      date: '2026-03-10',
      articles: 1,
      stories: [
        {
          headline: '# Loud',
          outlets: ['A'],
          articles: [cited],
          sentences: [{ ...cited, text, paragraph: 1, number: 0 }],
          figures: [],
        },
      ],
    },
    { period },
  );
  expect(plainText(message)).toContain('The \\*\\*minister\\*\\* met \\@everyone');
});

test('a follow-up names the story before it, in words that cannot end the link', () => {
  const cited = { article: 'b', label: 'B', title: 'B', publisher: 'Herald', published: null };
  const headline = 'Harbour [closed](https://evil.example) by storm - Herald';
  const story = {
    headline: 'Harbour opens again',
    outlets: ['Herald'],
    articles: [],
    sentences: [],
    figures: [],
    follows: { ...cited, headline, url: 'https://example.org/b' },
  };
  const message = renderDigest({ date: '2026-03-10', articles: 1, stories: [story] }, { period });
  expect(plainText(message)).toContain(
    '**Harbour opens again**\n-# Follows: [Harbour closed https evil.example by storm](https://example.org/b)',
  );
});
