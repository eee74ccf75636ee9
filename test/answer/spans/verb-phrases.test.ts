import { describe, expect, it } from 'vitest';
import { nounPhrases } from '../../../src/answer/spans/phrases.js';
import { verbPhrases } from '../../../src/answer/spans/verb-phrases.js';
import { analysed, wordsOf } from './spans.js';

describe('verb phrases', () => {
  it('are verbs with what they govern', () => {
    const text = analysed('Lawmakers voted to expel foreign troops from Iraq.');
    const { phrases, infinitives } = verbPhrases(text, nounPhrases(text));
    expect(wordsOf(text, phrases)).toContain('expel foreign troops');
    expect(wordsOf(text, phrases)).toContain('expel foreign troops from Iraq');
    expect(wordsOf(text, infinitives)).toContain('to expel foreign troops');
  });

  it('do not reach over a comma', () => {
    const text = analysed('When they left, Iraq was quiet.');
    expect(wordsOf(text, verbPhrases(text, nounPhrases(text)).phrases)).not.toContain('left, Iraq');
  });
});
