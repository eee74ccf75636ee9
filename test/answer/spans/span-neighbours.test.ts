import { describe, expect, it } from 'vitest';
import { wordAfter, wordBefore } from '../../../src/answer/spans/span-neighbours.js';
import { analysed, spanOf } from './spans.js';

describe('what stands before a span', () => {
  it.each([
    ['It was built by the Romans.', 'Romans', 'by'],
    ['Baghdad is the capital.', 'capital', 'is'],
    ['They call it, known as Doha Agreement, a deal.', 'Doha Agreement', 'called'],
    ['He met the leader, Abdul Mahdi.', 'Abdul Mahdi', 'comma'],
    ['It is short (Iraq was left).', 'Iraq', 'bracket'],
    ['They wrote “Iraq”.', 'Iraq', 'quotation mark'],
    ['Iraq was left.', 'Iraq', 'start'],
    ['They left Iraq.', 'Iraq', 'verb'],
  ])('%s “%s”: %s', (sentence, words, before) => {
    const text = analysed(sentence);
    expect(wordBefore(text, spanOf(text, words))).toBe(before);
  });
});

describe('what stands after a span', () => {
  it.each([
    ['They left Iraq.', 'Iraq', 'end'],
    ['The president of Iraq spoke.', 'president', 'of'],
    ['They left Iraq, then Iran.', 'Iraq', 'comma'],
    ['Iraq was left.', 'Iraq', 'is'],
    ["They saw Iraq's parliament.", 'Iraq', "'s"],
    ['They wrote “Iraq” there.', 'Iraq', 'quotation mark'],
  ])('%s “%s”: %s', (sentence, words, after) => {
    const text = analysed(sentence);
    expect(wordAfter(text, spanOf(text, words))).toBe(after);
  });
});
