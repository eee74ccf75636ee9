import { describe, expect, it } from 'vitest';
import { spanSettled, spanSuits } from '../../../src/answer/facts/best-span.js';
import { factOf } from './ranked.js';

describe('the words that answer best', () => {
  it('suit more or less', () => {
    const question = 'When was Salih elected?';
    const dated = factOf(spanSuits('date'), question, 'Salih was elected in 2018.');
    expect(dated).toBeGreaterThan(factOf(spanSuits('date'), question, 'Salih was elected by parliament.'));
  });

  it('are settled where nothing else comes near them', () => {
    const question = 'Who expelled the ambassador?';
    const one = factOf(spanSettled('person'), question, 'Mahdi expelled the ambassador.');
    const two = factOf(
      spanSettled('person'),
      question,
      'Mahdi expelled the ambassador.',
      'Trump expelled the ambassador.',
    );
    expect(one).toBeGreaterThan(two);
    expect(one).toBeLessThanOrEqual(1);
  });

  it('are settled the more where two sentences have the same', () => {
    const question = 'Who expelled the ambassador?';
    const sentences = ['Mahdi expelled the ambassador.', 'On Friday Mahdi expelled the ambassador.'];
    const same = factOf(spanSettled('person'), question, ...sentences);
    const other = factOf(
      spanSettled('person'),
      question,
      sentences[0] ?? '',
      'On Friday Trump expelled the ambassador.',
    );
    expect(same).toBeGreaterThan(other);
  });

  it('matter for questions of the kinds they are asked about', () => {
    expect(factOf(spanSuits('date'), 'who resigned', 'Salih resigned.')).toBe(0);
    expect(factOf(spanSettled('date'), 'who resigned', 'Salih resigned.')).toBe(0);
  });
});
