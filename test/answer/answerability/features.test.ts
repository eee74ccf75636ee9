import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWERABILITY_FEATURE_NAMES,
  ANSWERABILITY_FEATURES,
  type AnswerabilityFeatureName,
  answerabilityFeatures,
} from '../../../src/answer/answerability/features.js';
import { ANSWER_TYPES } from '../../../src/answer/question/answer-type.js';
import type { Question } from '../../../src/answer/question/question.js';
import { rankSentences } from '../../../src/answer/ranking/rank.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { anyArticle, articleOf, rankedOf, wanting } from '../fixtures.js';
import { evidenceOf } from './evidence.js';

/** A feature of a question over some articles, whose sentences have given scores, best first, if any are given. */
function featureOf(
  name: AnswerabilityFeatureName,
  question: string | Question,
  articles: readonly ArchivedArticle[],
  scores?: readonly number[],
): number {
  const ranked = rankedOf(question, ...articles).map((one, at) => ({
    ...one,
    score: scores?.[at] ?? one.score,
  }));
  const [best] = ranked;
  if (best === undefined) throw new Error('nothing was found');
  return ANSWERABILITY_FEATURES[name](evidenceOf(ranked), best);
}

const HOW_MANY = wanting('how many troops left Iraq', 'count');
const answering = articleOf({}, ['Then 52 troops left Iraq.']);

describe('what stands around the best sentence', () => {
  it('lacks a name of the question, or does not', () => {
    expect(
      featureOf('particularAbsent', HOW_MANY, [articleOf({}, ['The troops left Syria.'])]),
    ).toBeGreaterThan(0);
    expect(featureOf('particularAbsent', HOW_MANY, [articleOf({}, ['They sang in Iraq.'])])).toBe(0);
  });
});

describe('the days of question and article', () => {
  it.each([
    ['both are known', '2020-01-06', '2020-01-05', 0],
    ['the article has none', '2020-01-06', null, 1],
    ['the question has none, so the last day of the archive is taken', null, '2020-01-05', 0],
  ])('are known or not: %s', async (_, asked, published, expected) => {
    const archive = await buildArchive([{ ...answering, published }]);
    const evidence = evidenceOf(await rankSentences(archive, HOW_MANY, asked));
    const features = answerabilityFeatures(evidence);
    expect(features?.[ANSWERABILITY_FEATURE_NAMES.indexOf('undated')]).toBe(expected);
  });
});

describe('the values', () => {
  it('are there or not, where a short answer is wanted', () => {
    expect(featureOf('noValue', HOW_MANY, [answering])).toBe(0);
    expect(featureOf('noValue', HOW_MANY, [articleOf({}, ['The troops left Iraq.'])])).toBe(1);
  });

  it('are not missed where a whole clause is wanted', () => {
    const why = wanting('why did troops leave Iraq', 'reason');
    expect(featureOf('noValue', why, [answering])).toBe(0);
    expect(featureOf('isProse', why, [answering])).toBe(1);
    expect(featureOf('isProse', HOW_MANY, [answering])).toBe(0);
  });

  it('have support from all sentences that give them, and agree where there is no other', () => {
    const saying = (id: string, count: number) => articleOf({ id }, [`Then ${count} troops left Iraq.`]);
    const agreeing = [saying('a', 52), saying('b', 52)];
    const differing = [saying('a', 52), saying('b', 99)];
    for (const feature of ['support', 'agreement'] as const)
      expect(featureOf(feature, HOW_MANY, agreeing)).toBeGreaterThan(featureOf(feature, HOW_MANY, differing));
    expect(featureOf('agreement', HOW_MANY, agreeing)).toBeCloseTo(1);
    expect(featureOf('support', HOW_MANY, [articleOf({}, ['The troops left Iraq.'])])).toBe(0);
  });
});

describe('the first quote', () => {
  it('has a value, or has none', () => {
    expect(featureOf('valueInQuote', HOW_MANY, [answering])).toBeGreaterThan(0);
    expect(featureOf('valueInQuote', HOW_MANY, [articleOf({}, ['The troops left Iraq.'])])).toBe(0);
  });

  it('is the likelier to answer the fewer others there are', () => {
    const others = ['a', 'b', 'c'].map((id) => articleOf({ id }, [`Then 52 troops left ${id}.`]));
    expect(featureOf('quoteChance', HOW_MANY, [answering])).toBeCloseTo(1);
    expect(featureOf('quoteChance', HOW_MANY, others)).toBeLessThan(0.9);
  });

  it('is as likely to answer where other articles print the same', () => {
    const copies = ['a', 'b', 'c', 'd'].map((id) => articleOf({ id }, ['Then 52 troops left Iraq.']));
    expect(featureOf('quoteChance', HOW_MANY, copies)).toBeCloseTo(1);
  });
});

describe('the features of any question', () => {
  it('are finite figures, one of each name', () => {
    fc.assert(
      fc.property(
        fc.array(anyArticle, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('what did Smith say', 'how many troops voted in 1983', 'who is it'),
        fc.constantFrom(...ANSWER_TYPES),
        (articles, text, type) => {
          const ranked = rankedOf(wanting(text, type), ...articles);
          const features = answerabilityFeatures(evidenceOf(ranked));
          expect(features).toHaveLength(ANSWERABILITY_FEATURE_NAMES.length);
          for (const [at, feature] of (features ?? []).entries())
            expect(Number.isFinite(feature), ANSWERABILITY_FEATURE_NAMES[at]).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are none where nothing was found', () => {
    expect(answerabilityFeatures(evidenceOf([]))).toBeNull();
  });
});
