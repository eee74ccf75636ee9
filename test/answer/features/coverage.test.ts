import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/answer/candidate.js';
import * as features from '../../../src/answer/features/coverage.js';
import { makeCandidates } from '../../../src/answer/retrieve.js';
import { articleOf, candidateOf, matcherOf } from '../fixtures.js';

const QUESTION = 'how many troops voted in Iraq';

function sentence(text: string, around: Parameters<typeof candidateOf>[2] = {}): Candidate {
  return candidateOf(QUESTION, text, around);
}

describe('the share of the question that a sentence holds', () => {
  it('is everything where all its words stand, and then it is complete', () => {
    const all = sentence('Troops in Iraq voted.');
    expect(features.coverage(all)).toBe(1);
    expect(features.termShare(all)).toBe(1);
    expect(features.complete(all)).toBe(1);
  });

  it('is a part where some do', () => {
    const some = sentence('The troops voted.');
    expect(features.coverage(some)).toBeCloseTo(2 / 3);
    expect(features.termShare(some)).toBeCloseTo(2 / 3);
    expect(features.complete(some)).toBe(0);
  });

  it('counts a related word, but less than the word itself', () => {
    const related = sentence('Soldiers in Iraq voted.');
    expect(features.coverage(related)).toBeLessThan(1);
    expect(features.coverage(related)).toBeGreaterThan(2 / 3);
  });

  it('tells the same form of a word from another', () => {
    expect(features.sameFormCoverage(sentence('Troops in Iraq vote.'))).toBeCloseTo(2 / 3);
    expect(features.sameFormCoverage(sentence('Troops in Iraq voted.'))).toBe(1);
  });

  it('is greater within a window where the words stand close together', () => {
    const close = sentence('In Iraq the troops voted.');
    const apart = sentence(
      'In Iraq there was a long and cold day before anybody knew whether and where the tired troops had voted.',
    );
    expect(features.windowCoverage(close)).toBe(1);
    expect(features.windowCoverage(apart)).toBeLessThan(1);
    expect(features.coverage(apart)).toBe(1);
  });

  it('is dense in a short sentence', () => {
    expect(features.density(sentence('Troops voted.'))).toBe(1);
    expect(features.density(sentence('Troops voted late, tired and cold.'))).toBeCloseTo(2 / 5);
  });
});

describe('the share that stands around a sentence', () => {
  it('is counted where the sentence lacks it: before it', () => {
    const before = sentence('The troops voted.', { previous: 'It was hot in Iraq.' });
    expect(features.contextCoverage(before)).toBeCloseTo(1 / 3);
    expect(features.nextCoverage(before)).toBe(0);
  });

  it('after it', () => {
    expect(features.nextCoverage(sentence('The troops voted.', { next: 'It was hot in Iraq.' }))).toBeCloseTo(
      1 / 3,
    );
  });

  it('in the headline', () => {
    expect(features.titleCoverage(sentence('The troops voted.', { title: 'A day in Iraq' }))).toBeCloseTo(
      1 / 3,
    );
  });

  it('and not again where the sentence has it', () => {
    const same = sentence('The troops voted.', {
      previous: 'Troops met.',
      next: 'Troops left.',
      title: 'Troops',
    });
    expect(
      [features.contextCoverage, features.nextCoverage, features.titleCoverage].map((f) => f(same)),
    ).toEqual([0, 0, 0]);
  });

  it('in its passage, the sentence itself among it', () => {
    expect(features.passageCoverage(sentence('The troops left.', { previous: 'Iraq voted.' }))).toBe(1);
  });
});

describe('names and numbers of the question', () => {
  it.each([{ previous: 'It was hot in Iraq.' }, { title: 'A day in Iraq' }])(
    'are not absent where %j has them',
    (around) => {
      expect(features.particularAbsent(sentence('The troops voted.', around))).toBe(0);
    },
  );

  it('are absent where nothing has them; other words are no matter', () => {
    expect(features.particularAbsent(sentence('The troops voted.'))).toBeCloseTo(1 / 3);
    expect(features.particularAbsent(sentence('It rained in Iraq.'))).toBe(0);
  });
});

describe('words of one part of speech', () => {
  it('are counted by themselves', () => {
    const candidate = candidateOf('Which lawmakers rejected the big law', 'They rejected it.');
    expect(features.verbCoverage(candidate)).toBeGreaterThan(0);
    expect(features.nounCoverage(candidate)).toBe(0);
    expect(features.adjectiveCoverage(candidate)).toBe(0);
  });
});

describe('the words that matter most', () => {
  it('are the noun that is asked for', () => {
    expect(features.focusMatch(sentence('Troops left.'))).toBe(1);
    expect(features.focusMatch(sentence('Iraq voted.'))).toBe(0);
    expect(features.focusMatch(candidateOf('why did they vote', 'They voted.'))).toBe(0);
  });

  it('are the rarest word', () => {
    expect(features.rarestTerm(sentence('Troops left.'))).toBe(1);
    expect(features.rarestTerm(sentence('It rained.'))).toBe(0);
  });
});

describe('the share of the question that an article holds', () => {
  it('is all that its fetched passages hold together', () => {
    const article = articleOf({}, ['Troops sang.'], ['Iraq voted.']);
    const pool = article.sentences.map((sentence) => ({
      article,
      sentence,
      first: sentence.number,
      last: sentence.number,
      passageScore: 1,
      passageRank: sentence.number,
    }));
    for (const candidate of makeCandidates(pool, matcherOf(QUESTION))) {
      expect(features.articleCoverage(candidate)).toBe(1);
      expect(features.passageCoverage(candidate)).toBeLessThan(1);
    }
  });
});
