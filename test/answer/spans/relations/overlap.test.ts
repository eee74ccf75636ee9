import { describe, expect, it } from 'vitest';
import * as relations from '../../../../src/answer/spans/relations/overlap.js';
import { spanInScene } from '../spans.js';

describe('what a span repeats of the question', () => {
  const question = 'which river did they cross';
  const sentence = 'They know that the river Rhine is deep.';

  it.each([
    ['Rhine', 0],
    ['river Rhine', 0.5],
    ['river', 1],
  ])('is a share of its words: %s', (words, share) => {
    expect(relations.inQuestion(...spanInScene(question, sentence, words))).toBe(share);
  });

  it('may be all of it', () => {
    expect(relations.allInQuestion(...spanInScene(question, sentence, 'river'))).toBe(1);
    expect(relations.allInQuestion(...spanInScene(question, sentence, 'river Rhine'))).toBe(0);
  });

  it('may be its last word', () => {
    expect(relations.endsInQuestion(...spanInScene(question, sentence, 'river'))).toBe(1);
    expect(relations.endsInQuestion(...spanInScene(question, sentence, 'Rhine'))).toBe(0);
  });

  it('may be the noun that is asked for, at either end', () => {
    const before = spanInScene(question, sentence, 'river Rhine');
    expect(relations.holdsHead(...before)).toBe(1);
    expect(relations.beginsWithHead(...before)).toBe(1);
    expect(relations.endsWithHead(...before)).toBe(0);
    expect(relations.endsWithHead(...spanInScene(question, 'They know the deep river.', 'deep river'))).toBe(
      1,
    );
    expect(relations.holdsHead(...spanInScene(question, sentence, 'Rhine'))).toBe(0);
  });
});
