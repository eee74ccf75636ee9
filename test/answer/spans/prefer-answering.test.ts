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

  it('beyond the fifth are thought to be as good as the first five on average', () => {
    const same = Array.from(
      { length: 7 },
      (_, at) => `Soleimani was killed there, they said ${at + 1} times.`,
    );
    const items = ranked(question, ...same);
    const preferred = preferAnswering(items);
    const scoreOf = new Map(preferred.map(({ sentence, score }) => [sentence.number, score]));
    const [asked, rest] = [items.slice(0, 5), items.slice(5)].map((group) =>
      group.map(({ sentence }) => scoreOf.get(sentence.number) ?? Number.NaN),
    );
    expect(rest).toEqual(
      rest?.map(() => expect.closeTo((asked ?? []).reduce((sum, score) => sum + score / 5, 0))),
    );
    const scores = preferred.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('may be none', () => {
    expect(preferAnswering([])).toEqual([]);
  });
});
