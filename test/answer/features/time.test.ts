import { describe, expect, it } from 'vitest';
import { askedPeriod } from '../../../src/answer/asked-period.js';
import type { Candidate } from '../../../src/answer/candidate.js';
import { fresh, timely } from '../../../src/answer/features/time.js';
import { readQuestion } from '../../../src/answer/question.js';
import { makeCandidates } from '../../../src/answer/retrieve.js';
import { TermMatcher } from '../../../src/answer/term-matcher.js';
import { articleOf } from '../fixtures.js';

/** A sentence of an article of a day, for a question asked on 16 June 2022. */
function printed(published: string | null, question: string, added: string | null = null): Candidate {
  const article = { ...articleOf({}, ['The minister resigned.']), published, added };
  const matcher = new TermMatcher(readQuestion(question), [1, 1, 1], 10, askedPeriod(question, '2022-06-16'));
  const pool = article.sentences.map((sentence) => ({
    article,
    sentence,
    first: 0,
    last: 0,
    passageScore: 1,
    passageRank: 0,
  }));
  const [candidate] = makeCandidates(pool, matcher);
  if (candidate === undefined) throw new Error('no candidate');
  return candidate;
}

describe('a question that says when', () => {
  it('prefers articles of those days', () => {
    expect(timely(printed('2022-05-20', 'which minister resigned in May'))).toBe(1);
    expect(timely(printed('2022-01-20', 'which minister resigned in May'))).toBeLessThan(0.01);
  });

  it('cares no more for news', () => {
    expect(fresh(printed('2022-06-16', 'which minister resigned in May'))).toBe(0);
  });
});

describe('a question that does not say when', () => {
  it('prefers news', () => {
    expect(fresh(printed('2022-06-14', 'which minister resigned'))).toBe(1);
    expect(fresh(printed('2022-06-02', 'which minister resigned'))).toBe(0.5);
    expect(timely(printed('2022-06-14', 'which minister resigned'))).toBe(0);
  });

  it('takes an article for as old as the archive has it, where it does not say its day', () => {
    expect(fresh(printed(null, 'which minister resigned', '2022-06-15T10:00:00Z'))).toBe(1);
    expect(fresh(printed(null, 'which minister resigned'))).toBe(0);
  });
});
