import { describe, expect, it } from 'vitest';
import { highlightSpan } from '../../src/answer/highlight.js';
import { candidateOf } from './fixtures.js';

/** The words of a sentence that are highlighted. */
function highlighted(question: string, text: string): string | null {
  const span = highlightSpan(candidateOf(question, text));
  return span && text.slice(span.start, span.end);
}

describe('the highlight', () => {
  it.each([
    [
      'how many troops are in Iraq',
      'A pullout of the estimated 5,200 U.S. troops could help Iran.',
      'the estimated 5,200',
    ],
    [
      'how many troops are in Iraq',
      'Removing more than 5,000 U.S. soldiers and 300 contractors.',
      'more than 5,000',
    ],
    ['when did he resign', 'He resigned last year.', 'last year'],
    ['who resigned', 'Then Prime Minister John Smith resigned.', 'Prime Minister John Smith'],
    ['which city did they visit', 'Before the vote they visited the city of Basra.', 'Basra'],
    ['what did the storm destroy', 'On Friday the storm destroyed two bridges.', 'two bridges'],
  ])('is the answer: %s, “%s”', (question, text, words) => {
    expect(highlighted(question, text)).toBe(words);
  });

  it('of two that fit is the one nearer to the question’s words', () => {
    expect(
      highlighted(
        'when was Soleimani killed',
        'On Sunday, they met after Soleimani was killed on Friday in Iraq.',
      ),
    ).toBe('Friday');
  });

  it.each([
    [
      'why did they leave',
      'They left because the talks had failed, he said.',
      'because the talks had failed, he said',
    ],
    ['what did Graham say', 'Graham said the vote was a mistake.', 'said the vote was a mistake'],
  ])('is a whole clause where that is what people want to hear: %s, “%s”', (question, text, words) => {
    expect(highlighted(question, text)).toBe(words);
  });

  it.each([
    ['how many troops are in Iraq', 'Some 52 targets in Iraq were named.'],
    ['how many troops are in Iraq', 'The troops left Iraq.'],
    ['when did the troops leave', 'The troops left Iraq.'],
    ['is the vote binding', 'The vote of Sunday is not binding.'],
  ])('is left out rather than guessed: %s, “%s”', (question, text) => {
    expect(highlighted(question, text)).toBeNull();
  });
});
