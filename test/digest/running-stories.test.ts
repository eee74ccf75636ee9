import { beforeAll, describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/digest/compose.js';
import type { Digest } from '../../src/digest/digest.js';
import { periodOfDays } from '../../src/digest/schedule/period.js';
import { archiveOf, article } from './articles.js';

const STRIKE = [
  'Ferry crews of the Port Ellen line began a strike on Monday over pay, and all ferries of the Port Ellen line stayed in harbour.',
  'The strike of the ferry crews of the Port Ellen line went into its second day on Tuesday, and ferries stayed in harbour.',
  'Talks between the ferry crews of the Port Ellen line and the owners failed on Wednesday, and the strike over pay went on.',
  'Ferry crews of the Port Ellen line ended their strike on Thursday after the owners of the ferries raised their pay by 6%.',
];
const OTHERS = [
  'A goat was elected mayor of Lajitas on Monday in a vote in which nobody else wanted to stand.',
  'Engineers reopened the tunnel under Mount Cook on Tuesday after they had repaired its roof for a year.',
  'The national library bought the letters of the poet Jean Moor on Wednesday for 40,000 pounds.',
  'An orchard in Kent lost its harvest of apples to hail on Thursday, farmers said.',
];
const dayOf = (at: number) => `2026-03-0${at + 2}`;

describe('the digest of a week', () => {
  let digest: Digest;
  beforeAll(async () => {
    const articles = [STRIKE, OTHERS].flatMap((texts, set) =>
      texts.map((text, at) =>
        article(`${set}-${at}`, text, { title: text.split(',')[0] ?? null, published: dayOf(at) }),
      ),
    );
    digest = await composeDigest(await archiveOf(articles), periodOfDays('2026-03-02', '2026-03-08'));
  });

  test('tells a story that ran through its days once, with all its articles', () => {
    const strike = digest.stories.filter(({ articles }) =>
      articles.some(({ article: id }) => id.startsWith('0')),
    );
    expect(strike.map(({ articles }) => articles.length)).toEqual([4]);
  });

  test('begins with it, as it lasted', () => {
    expect(digest.stories[0]?.articles.length).toBe(4);
  });

  test('tells it by its newest state', () => {
    expect(digest.stories[0]?.headline).toMatch(/ended their strike/);
    expect(digest.stories[0]?.sentences.map(({ text }) => text)).toEqual([STRIKE[3]]);
  });
});
