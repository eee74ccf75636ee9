import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/answer/rank.js';
import { preferAnswering } from '../../../src/answer/spans/prefer-answering.js';
import { articleOf, candidatesOf } from '../fixtures.js';

function ranked(question: string, ...sentences: string[]) {
  return rankCandidates(candidatesOf(question, articleOf({}, sentences))).map((item) => ({
    ...item,
    score: 1,
  }));
}

describe('sentences that are as good as each other', () => {
  const question = 'when was Soleimani killed';

  it('come in the order of how well their words answer', () => {
    const items = ranked(
      question,
      'Soleimani was killed, and they mourn.',
      'Soleimani was killed on 3 January 2020.',
    );
    expect(preferAnswering(items)[0]?.sentence.text).toBe('Soleimani was killed on 3 January 2020.');
  });

  it('stay before those that ranked behind them', () => {
    const sentences = Array.from(
      { length: 8 },
      (_, at) => `Soleimani was killed ${'again '.repeat(at)}there.`,
    );
    const items = ranked(question, ...sentences);
    const preferred = preferAnswering(items);
    expect(new Set(preferred.slice(0, 5).map(({ sentence }) => sentence.number))).toEqual(
      new Set(items.slice(0, 5).map(({ sentence }) => sentence.number)),
    );
    const scores = preferred.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('may be none', () => {
    expect(preferAnswering([])).toEqual([]);
  });
});
