import { describe, expect, it } from 'vitest';
import { byChance, largeArchive, scattered } from '../../../src/answer/facts/by-chance.js';
import type { Fact } from '../../../src/answer/facts/fact.js';
import { readQuestion } from '../../../src/answer/question.js';
import { rankCandidates } from '../../../src/answer/rank.js';
import { makeCandidates } from '../../../src/answer/retrieve.js';
import { TermMatcher } from '../../../src/answer/term-matcher.js';
import { articleOf } from '../fixtures.js';

const QUESTION = 'which volcano erupted';

/** A fact about sentences of an article each, in an archive of so many passages; all words are equally rare. */
function factOf(
  fact: Fact,
  passageCount: number,
  idf: number,
  sentences: readonly (readonly [text: string, published: string | null])[],
): number {
  const read = readQuestion(QUESTION);
  const matcher = new TermMatcher(
    read,
    read.terms.map(() => idf),
    passageCount,
  );
  const pool = sentences.map(([text, published], passageRank) => {
    const article = { ...articleOf({ id: `article ${passageRank}` }, [text]), published };
    const sentence = article.sentences[0];
    if (sentence === undefined) throw new Error('no sentence');
    return { article, sentence, first: 0, last: 0, passageScore: 1, passageRank };
  });
  const ranked = rankCandidates(makeCandidates(pool, matcher));
  const [best] = ranked;
  if (best === undefined) throw new Error('no candidate');
  return fact(best, ranked);
}

const ERUPTED = [['The volcano erupted.', '2022-05-01']] as const;
const LARGE = 100_000;
const SMALL = 100;

describe('what may be found by chance', () => {
  it('is found in a large archive only', () => {
    expect(factOf(largeArchive, SMALL, 5, ERUPTED)).toBe(0);
    expect(factOf(largeArchive, LARGE, 5, ERUPTED)).toBe(1);
    expect(factOf(byChance, SMALL, 1, ERUPTED)).toBe(0);
  });

  it('is words that many passages hold, rather than rare ones', () => {
    expect(factOf(byChance, LARGE, 3, ERUPTED)).toBeGreaterThan(factOf(byChance, LARGE, 9, ERUPTED));
  });

  it('is one of the words rather than all of them', () => {
    const one = [['The volcano slept.', '2022-05-01']] as const;
    expect(factOf(byChance, LARGE, 9, one)).toBeGreaterThan(factOf(byChance, LARGE, 9, ERUPTED));
  });
});

describe('articles on the question', () => {
  const on = (...days: readonly (string | null)[]) =>
    days.map((day) => ['The volcano erupted.', day] as const);

  it('are scattered where they were printed at any time', () => {
    expect(factOf(scattered, LARGE, 5, on('2022-05-01', '2021-01-01', '2022-11-30'))).toBe(1);
  });

  it('are not where they were printed in the same days', () => {
    expect(factOf(scattered, LARGE, 5, on('2022-05-01', '2022-05-03', '2022-05-02'))).toBe(0);
  });

  it('are as good as scattered where their days are not known or there is but one', () => {
    expect(factOf(scattered, LARGE, 5, on(null, '2022-05-03'))).toBe(1);
    expect(factOf(scattered, LARGE, 5, ERUPTED)).toBe(1);
  });

  it('are not asked for their days in a small archive', () => {
    expect(factOf(scattered, SMALL, 5, on('2022-05-01', '2021-01-01'))).toBe(0);
  });
});
