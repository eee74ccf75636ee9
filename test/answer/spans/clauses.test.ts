import { describe, expect, it } from 'vitest';
import { clauseNumbers, clauseRuns, segments } from '../../../src/answer/spans/clauses.js';
import { nounPhrases } from '../../../src/answer/spans/phrases.js';
import { analysed, wordsOf } from './spans.js';

describe('clauses', () => {
  it('end at commas and quotation marks', () => {
    const text = analysed('On Sunday, he said “we must leave” again.');
    expect(wordsOf(text, segments(text))).toEqual(['On Sunday', 'he said', 'we must leave', 'again']);
  });

  it('are numbered, and begin at commas and joining words', () => {
    const text = analysed('They met, and he left while she stayed.');
    expect(clauseNumbers(text)).toEqual([0, 0, 1, 1, 1, 2, 2, 2]);
  });

  it('run from a cue, or from the word after it, to the next border', () => {
    const text = analysed('They left to avoid war, he said.');
    const runs = wordsOf(text, clauseRuns(text, nounPhrases(text)));
    expect(runs).toContain('to avoid war');
    expect(runs).toContain('avoid war');
  });
});
