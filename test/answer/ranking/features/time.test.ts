import { describe, expect, it } from 'vitest';
import { askedPeriod } from '../../../../src/answer/question/period.js';
import { readQuestion } from '../../../../src/answer/question/question.js';
import type { ScoredCandidate } from '../../../../src/answer/ranking/features/feature.js';
import { fresh, recent, timely } from '../../../../src/answer/ranking/features/time.js';
import { makeCandidates } from '../../../../src/answer/retrieval/candidates.js';
import { TermMatcher } from '../../../../src/answer/retrieval/term-matcher.js';
import { articleOf } from '../../fixtures.js';

const IN_MAY = 'which minister resigned in May';
const ANY_TIME = 'which minister resigned';

/** A sentence of an article of a day, for a question asked on 16 June 2022. */
function printed(published: string | null, question: string, added: string | null = null): ScoredCandidate {
  const article = { ...articleOf({}, ['The minister resigned.']), published, added };
  const matcher = new TermMatcher(readQuestion(question), [1, 1, 1], 10, askedPeriod(question, '2022-06-16'));
  const pool = article.sentences.map((sentence) => ({
    article,
    sentence,
    first: 0,
    last: 0,
    passageScore: 1,
  }));
  const [candidate] = makeCandidates(pool, matcher);
  if (candidate === undefined) throw new Error('no candidate');
  return { ...candidate, spans: [] };
}

describe('a question that says when', () => {
  it('prefers articles of those days', () => {
    expect(timely(printed('2022-05-20', IN_MAY))).toBe(1);
    expect(timely(printed('2022-01-20', IN_MAY))).toBeLessThan(0.01);
  });

  it('cares no more for news', () => {
    expect(fresh(printed('2022-06-16', IN_MAY))).toBe(0);
    expect(recent(printed('2022-06-16', IN_MAY))).toBe(0);
  });
});

describe('a question that does not say when', () => {
  it('prefers news, which counts half after a week', () => {
    expect(fresh(printed('2022-06-16', ANY_TIME))).toBeGreaterThan(fresh(printed('2022-06-09', ANY_TIME)));
    expect(fresh(printed('2022-06-02', ANY_TIME)) / fresh(printed('2022-06-09', ANY_TIME))).toBeCloseTo(0.5);
  });

  it('forgets over weeks by another feature', () => {
    const [week, month] = [printed('2022-06-09', ANY_TIME), printed('2022-05-16', ANY_TIME)];
    expect(recent(week)).toBeGreaterThan(recent(month));
    expect(recent(month)).toBeGreaterThan(fresh(month));
  });

  it('is about no days in particular', () => {
    expect(timely(printed('2022-06-14', ANY_TIME))).toBe(0);
  });

  it('takes an article for as old as the archive has it, where it does not say its day', () => {
    expect(fresh(printed(null, ANY_TIME, '2022-06-15T10:00:00Z'))).toBe(
      fresh(printed('2022-06-15', ANY_TIME)),
    );
    expect(fresh(printed(null, ANY_TIME))).toBe(0);
  });
});
