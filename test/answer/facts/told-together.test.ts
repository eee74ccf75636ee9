import { describe, expect, it } from 'vitest';
import { namesApart, untoldDate } from '../../../src/answer/facts/told-together.js';
import { factOf } from './ranked.js';

describe('what is told in one breath', () => {
  const question = 'When was Salih elected?';

  it('has the verb beside an answer', () => {
    const near = factOf(untoldDate, question, 'Salih was elected in 2018.');
    const far = factOf(
      untoldDate,
      question,
      'In 2018 parliament met for many hours and many more until at last Salih was elected.',
    );
    expect(near).toBeLessThan(0.5);
    expect(far).toBeGreaterThan(0.5);
    expect(far).toBeLessThan(1);
  });

  it.each([
    ['a verb', 'They met in 2018, and Salih spoke.'],
    ['the name', 'Trump was elected in 2016.'],
    ['an answer', 'Salih was elected by parliament.'],
  ])('lacks %s: %s', (_, sentence) => {
    expect(factOf(untoldDate, question, sentence)).toBe(1);
  });

  it('may name somebody in the sentence before', () => {
    expect(factOf(untoldDate, question, 'They met Salih there.', 'He was elected in 2018.')).toBeLessThan(
      0.5,
    );
  });

  it('may be told by any of the good candidates', () => {
    const fact = factOf(untoldDate, question, 'Salih met those elected.', 'Salih was elected in 2018.');
    expect(fact).toBeLessThan(0.5);
  });

  it('has the noun beside an answer where there is no verb', () => {
    expect(factOf(untoldDate, 'When is the next election?', 'They voted in 2018.')).toBe(1);
    expect(factOf(untoldDate, 'When do they hold elections?', 'They held talks in 2018.')).toBe(1);
    expect(factOf(untoldDate, 'When is the next election?', 'The election is in May 2018.')).toBeLessThan(
      0.6,
    );
  });

  it('matters for questions for a date', () => {
    expect(factOf(untoldDate, 'who replaced Salih', 'Salih spoke.')).toBe(0);
  });
});

describe('the names of a question', () => {
  const apart = (...sentences: string[]): number =>
    factOf(namesApart, 'What did Graham say of Iraq?', ...sentences);

  it('are spoken of together', () => {
    expect(apart('Graham spoke of Iraq.')).toBe(0);
    expect(apart('Graham spoke.', 'He was in Iraq.')).toBe(0);
  });

  it('or apart', () => {
    expect(apart('It rained.', 'Graham spoke.', 'They left.', 'Troops are in Iraq.')).toBe(1);
  });
});
