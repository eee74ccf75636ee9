import { describe, expect, it } from 'vitest';
import * as features from '../../../../src/answer/ranking/features/coverage.js';
import type { Feature, ScoredCandidate } from '../../../../src/answer/ranking/features/feature.js';
import { makeCandidates } from '../../../../src/answer/retrieval/candidates.js';
import { articleOf, type candidateOf, matcherOf } from '../../fixtures.js';
import { scoredOf } from './scored.js';

const QUESTION = 'how many troops voted in Iraq';

function sentence(text: string, around: Parameters<typeof candidateOf>[2] = {}): ScoredCandidate {
  return scoredOf(QUESTION, text, around);
}

describe('the share of the question that a sentence holds', () => {
  it('is everything where all its words stand', () => {
    expect(features.coverage(sentence('Troops in Iraq voted.'))).toBe(1);
  });

  it('is a part where some do', () => {
    expect(features.coverage(sentence('The troops voted.'))).toBeCloseTo(2 / 3);
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
    const apart = sentence(
      'In Iraq there was a long and cold day before anybody knew whether and where the tired troops had voted.',
    );
    expect(features.windowCoverage(sentence('In Iraq the troops voted.'))).toBe(1);
    expect(features.windowCoverage(apart)).toBeLessThan(1);
    expect(features.coverage(apart)).toBe(1);
  });
});

describe('the share that stands around a sentence', () => {
  it('counts in the sentence before where the sentence lacks it', () => {
    expect(
      features.previousCoverage(sentence('The troops voted.', { previous: 'It was hot in Iraq.' })),
    ).toBeCloseTo(1 / 3);
  });

  it('counts in the headline where the sentence lacks it', () => {
    expect(features.titleAdds(sentence('The troops voted.', { title: 'A day in Iraq' }))).toBeCloseTo(1 / 3);
  });

  it('does not count again where the sentence has it', () => {
    const same = sentence('The troops voted.', { previous: 'Troops met.', title: 'Troops' });
    expect(features.previousCoverage(same)).toBe(0);
    expect(features.titleAdds(same)).toBe(0);
  });

  it('counts in the headline by itself, too', () => {
    expect(features.titleCoverage(sentence('The troops voted.', { title: 'Troops in Iraq' }))).toBeCloseTo(
      2 / 3,
    );
  });

  it('is taken from the first sentence where there is no headline', () => {
    const candidate = sentence('They voted.', { previous: 'Troops were in Iraq.' });
    expect(features.titleCoverage(candidate)).toBeCloseTo(2 / 3);
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
    const candidate = scoredOf('Which lawmakers rejected the big law', 'They rejected it.');
    expect(features.verbCoverage(candidate)).toBeGreaterThan(0);
    expect(features.nounCoverage(candidate)).toBe(0);
  });
});

describe('the noun that is asked for', () => {
  it.each([
    ['is there', QUESTION, 'Troops left.', 1],
    ['is not there', QUESTION, 'Iraq voted.', 0],
    ['is none', 'why did they vote', 'They voted.', 0],
  ])('%s: “%s”, “%s”', (_, question, text, expected) => {
    expect(features.focusMatch(scoredOf(question, text))).toBe(expected);
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
    }));
    const whole: Feature = features.articleCoverage;
    for (const candidate of makeCandidates(pool, matcherOf(QUESTION))) {
      expect(whole({ ...candidate, spans: [] })).toBe(1);
      expect(features.coverage({ ...candidate, spans: [] })).toBeLessThan(1);
    }
  });
});

describe('the strengths around a sentence', () => {
  it('are the best of its passage and the headline, term by term', () => {
    const { matcher, surroundings } = sentence('It rained.', {
      previous: 'The troops met.',
      title: 'A day in Iraq',
    });
    expect(features.strengthsAround(matcher, surroundings)).toEqual([1, 0, 1]);
  });
});
