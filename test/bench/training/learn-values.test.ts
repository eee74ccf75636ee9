import { describe, expect, it } from 'vitest';
import { learnValues, valueChance, valuesReport } from '../../../bench/training/learn-values.js';
import type { ValueList } from '../../../bench/training/value-cases.js';

/** A question with a right value and a wrong one. */
function listOf(at: number, set: ValueList['set'] = 'members'): ValueList {
  return {
    set,
    group: `article ${at}`,
    mentions: [
      {
        evidence: [
          ['always', 1],
          ['near', 1],
          [`only ${at}`, 1],
        ],
        canonical: '52',
        right: true,
      },
      {
        evidence: [
          ['always', 1],
          ['far', 1],
        ],
        canonical: '60',
        right: false,
      },
    ],
  };
}

const lists = Array.from({ length: 300 }, (_, at) => listOf(at));

describe('the learned weights of values', () => {
  const weights = learnValues(lists);

  it('count for what right values have, and against what wrong ones have', () => {
    expect(weights.near).toBeGreaterThan(0.3);
    expect(weights.far).toBeLessThan(-0.3);
  });

  it('leave out what few values have', () => {
    expect(Object.keys(weights).filter((name) => name.startsWith('only'))).toEqual([]);
  });

  it('are written with three digits at most', () => {
    for (const weight of Object.values(weights)) expect(weight).toBe(Number(weight.toFixed(3)));
  });

  it('make a chance of each value', () => {
    const [right, wrong] = (lists[0]?.mentions ?? []).map((mention) => valueChance(mention, weights));
    expect(right).toBeGreaterThan(0.5);
    expect(wrong).toBeLessThan(0.5);
  });

  it('go by members’ questions rather than by others', () => {
    const turned = lists.map(({ mentions, ...list }) => ({
      ...list,
      set: 'squad' as const,
      mentions: mentions.map((mention) => ({ ...mention, right: !mention.right })),
    }));
    expect(learnValues([...lists, ...turned]).near).toBeGreaterThan(0);
  });
});

describe('the chance of a value', () => {
  it('is even where nothing is known of its evidence', () => {
    expect(valueChance({ evidence: [['odd', 1]], canonical: '', right: true }, {})).toBe(0.5);
  });
});

describe('the report on values', () => {
  it('tells how often the best is right, and of how many questions it may be shown', () => {
    const chances = [
      [0.9, true],
      [0.8, true],
      [0.7, false],
      [0.6, true],
    ] as const;
    const judged = chances.map(([chance, right]) => ({ set: 'news' as const, chance, right }));
    const four = Array.from({ length: 4 }, (_, at) => listOf(at, 'news'));
    expect(valuesReport(four, judged)).toContain(
      'news     4 questions with values  best right 0.750  shown at a precision of 0.9 0.500, 0.85 0.500, 0.8 0.500\n',
    );
  });
});
