import { describe, expect, it } from 'vitest';
import type { AnswerabilityCase } from '../../../bench/training/answerability-cases.js';
import { learnAnswerability } from '../../../bench/training/learn-answerability.js';
import {
  ANSWERABILITY_FEATURE_NAMES,
  type AnswerabilityFeatureName,
  SPEAKS_FOR,
} from '../../../src/answer/answerability/features.js';

type Features = Partial<Record<AnswerabilityFeatureName, number>>;

function caseOf(group: number, parts: Partial<AnswerabilityCase>, features: Features): AnswerabilityCase {
  return {
    sort: 'members',
    answerable: false,
    right: false,
    group: `article ${group}`,
    value: null,
    near: false,
    features: ANSWERABILITY_FEATURE_NAMES.map((name) => (name === 'always' ? 1 : (features[name] ?? 0))),
    ...parts,
  };
}

/** A score tells what is answerable, its chance whether the first quote is right; some of each mislead. */
const cases = Array.from({ length: 240 }, (_, at) => {
  const group = at % 24;
  const noise = ((at * 7) % 10) / 20;
  if (at % 2 === 0) return caseOf(group, { near: true }, { score: noise + (at % 40 === 0 ? 1 : 0) });
  const right = at % 4 === 1;
  return caseOf(group, { answerable: true, right }, { score: 1 + noise, quoteChance: right ? 1 : noise });
});

describe('what tells whether the archive answers', () => {
  const learned = learnAnswerability(cases);

  it('is learned by what speaks for it', () => {
    for (const chance of ['answerable', 'right'] as const)
      expect(Object.keys(learned[chance])).toEqual([...SPEAKS_FOR[chance]]);
  });

  it('is learned from all questions', () => {
    expect(learned.answerable.score).toBeGreaterThan(1);
  });

  it('is learned for the first quote from those that are answered', () => {
    expect(learned.right.quoteChance).toBeGreaterThan(1);
    expect(Math.abs(learned.right.score ?? 1)).toBeLessThan(learned.right.quoteChance ?? 0);
  });

  it('has thresholds by which few are answered wrongly, and few that are answered are told none', () => {
    expect(learned.report).toMatch(/^members +120\+120 /m);
    const [, wrongly = 1] = /^members .* wrongly ([\d.]+)/m.exec(learned.report) ?? [];
    const [, none = 1] = /^members .* none ([\d.]+) /m.exec(learned.report) ?? [];
    expect(Number(wrongly)).toBeLessThanOrEqual(0.13);
    expect(Number(none)).toBeLessThanOrEqual(0.08);
  });

  it('is not learned where nothing was found', () => {
    const empty = caseOf(1, { answerable: true, features: [] }, {});
    expect(learnAnswerability([...cases, empty])).toEqual(learned);
  });
});

describe('thresholds', () => {
  /** The cases, with a value where something is answered: as likely as this, and right where `isRight` says so. */
  function withValues(isRight: (chance: number) => boolean): AnswerabilityCase[] {
    return cases.map((item, at) => {
      const chance = ((at * 3) % 100) / 100;
      return item.right ? { ...item, value: { type: 'count', chance, right: isRight(chance) } } : item;
    });
  }

  it('give no answer at all where none can be trusted', () => {
    const blind = cases.map((item) => ({
      ...item,
      features: item.features.map((_, at) => (at === 0 ? 1 : 0)),
    }));
    expect(learnAnswerability(blind).thresholds.answer.large).toBe(1);
  });

  it('are chosen for small archives on the questions to these', () => {
    const { large, small } = learnAnswerability([
      ...cases,
      ...cases.map((item) => ({ ...item, sort: 'dossiers' as const, right: item.answerable })),
    ]).thresholds.answer;
    expect(small).toBeLessThan(large);
  });

  it('show values from the chance on from which nearly all are right', () => {
    const { value } = learnAnswerability(withValues((chance) => chance >= 0.4)).thresholds;
    expect(value).toBeGreaterThan(0.25);
    expect(value).toBeLessThanOrEqual(0.45);
  });

  it('show no value where none is right', () => {
    expect(learnAnswerability(withValues(() => false)).thresholds.value).toBe(1);
  });
});
