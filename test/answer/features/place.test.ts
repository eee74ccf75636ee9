import { describe, expect, it } from 'vitest';
import * as features from '../../../src/answer/features/place.js';
import { articleOf, candidateOf, candidatesOf } from '../fixtures.js';

describe('the scores of a sentence', () => {
  const candidates = candidatesOf(
    'troops Iraq',
    articleOf({}, ['It rained.', 'Troops left Iraq.', 'Troops sang.']),
  );
  const [none, both, one] = candidates.map((candidate) => ({
    score: features.sentenceScore(candidate),
    gap: features.gapInPassage(candidate),
    best: features.bestOfPassage(candidate),
  }));

  it('are set against the best of all', () => {
    expect(both?.score).toBe(1);
    expect(one?.score).toBeGreaterThan(0);
    expect(one?.score).toBeLessThan(1);
    expect(none?.score).toBe(0);
  });

  it('and against the best of its passage', () => {
    expect(both).toMatchObject({ gap: 0, best: 1 });
    expect(one?.gap).toBeLessThan(0);
    expect(one?.best).toBe(0);
  });

  it('tell how its passage ranks', () => {
    const [first] = candidates;
    if (first === undefined) throw new Error('no candidate');
    expect(features.passageRank(first)).toBe(1);
    expect(features.passageRank({ ...first, scores: { ...first.scores, passageRank: 3 } })).toBe(0.25);
    expect(features.passageScore({ ...first, scores: { ...first.scores, passage: 0.4 } })).toBe(0.4);
  });
});

describe('the place of a sentence', () => {
  const [opening, second, third, last] = candidatesOf(
    'troops',
    articleOf({}, ['Troops one.', 'Troops two.', 'Troops three.'], ['Troops four.']),
  );

  it('leads the article', () => {
    expect([opening, second, third, last].map((candidate) => candidate && features.lead(candidate))).toEqual([
      1, 0.5, 0.5, 0,
    ]);
  });

  it('counts less the further down it is', () => {
    expect([opening, second, last].map((candidate) => candidate && features.early(candidate))).toEqual([
      1, 0.5, 0.25,
    ]);
  });

  it('opens or closes its paragraph', () => {
    const all = [opening, second, third, last];
    expect(all.map((candidate) => candidate && features.opensParagraph(candidate))).toEqual([1, 0, 0, 1]);
    expect(all.map((candidate) => candidate && features.closesParagraph(candidate))).toEqual([0, 0, 1, 1]);
  });
});

describe('the form of a sentence', () => {
  it('is a fragment below six words', () => {
    expect(features.veryShort(candidateOf('troops', 'The troops left.'))).toBe(1);
    expect(features.veryShort(candidateOf('troops', 'The troops left Iraq on Sunday.'))).toBe(0);
  });

  it('is longer with more words', () => {
    const [short, long] = ['Troops left.', 'The troops left Iraq on a cold Sunday in January.'].map((text) =>
      features.length(candidateOf('troops', text)),
    );
    expect(short).toBeLessThan(long ?? 0);
  });

  it.each([
    ['Did the troops leave?', 1],
    ['“Did the troops leave?”', 1],
    ['The troops left.', 0],
    ['“Will troops leave?” he asked.', 0],
  ])('asks: %s', (text, expected) => {
    expect(features.asks(candidateOf('troops', text))).toBe(expected);
  });

  it.each([
    ['He said troops left.', 1],
    ['“They are troops.”', 1],
    ['The troops left.', 0],
    ['Iran sent troops.', 0],
    ['Hearing troops, he left.', 0],
  ])('names its subject elsewhere: %s', (text, expected) => {
    expect(features.dangling(candidateOf('troops', text))).toBe(expected);
  });

  it('names its subject in the sentence before', () => {
    const question = 'what did Graham say of troops';
    const resolved = (previous: string) =>
      features.danglingResolved(candidateOf(question, 'He said troops left.', { previous }));
    expect(resolved('It was Graham.')).toBeGreaterThan(0);
    expect(resolved('It was Smith.')).toBe(0);
    expect(
      features.danglingResolved(candidateOf(question, 'All troops left.', { previous: 'It was Graham.' })),
    ).toBe(0);
  });
});
