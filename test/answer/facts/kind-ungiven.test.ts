import { describe, expect, it } from 'vitest';
import { kindUngiven } from '../../../src/answer/facts/kind-ungiven.js';
import { factOf } from './ranked.js';

describe('a question for the kind of something', () => {
  const ungiven = (...sentences: string[]): number =>
    factOf(kindUngiven, 'What type of drone did the U.S. use?', ...sentences);

  it('is in vain where it is only named', () => {
    expect(ungiven('A drone hit them.')).toBe(1);
    expect(ungiven('A U.S. drone hit them.', 'The airstrike was brief.')).toBe(1);
  });

  it('is answered by a word before it', () => {
    expect(ungiven('A drone hit them.', 'A Reaper drone hit them.')).toBe(0);
  });

  it('is answered by a noun for one of the kind', () => {
    expect(factOf(kindUngiven, 'What kind of animal was it?', 'They saw a dog.')).toBe(0);
    expect(factOf(kindUngiven, 'What kind of animal was it?', 'They saw a house.')).toBe(1);
  });

  it('is no other question', () => {
    expect(factOf(kindUngiven, 'What did the drone hit?', 'A drone hit them.')).toBe(0);
  });
});
