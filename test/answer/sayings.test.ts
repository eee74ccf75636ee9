import { describe, expect, it } from 'vitest';
import { AnalysedText } from '../../src/answer/analysed-text.js';
import { endsQuoted, sayingsOf } from '../../src/answer/sayings.js';

/** The verbs of saying in a sentence with the words among which their subjects stand. */
function told(sentence: string, startsQuoted = false): [string, string][] {
  const text = new AnalysedText(sentence);
  return sayingsOf(text, startsQuoted).map(({ verb, first, last }) => [
    text.tokens[verb]?.word ?? '',
    sentence.slice(text.tokens[first]?.start, text.tokens[last]?.end),
  ]);
}

describe('who says it', () => {
  it.each([
    ['Graham said troops should leave.', 'said', 'Graham'],
    ['“Troops should leave,” Mr Graham later added.', 'added', 'Mr Graham'],
    ['“Troops should leave,” said Sen. Lindsey Graham.', 'said', 'Sen. Lindsey Graham'],
    ['Troops should leave, said the official.', 'said', 'the official'],
    ['Jo Smith, the mayor, told reporters on Sunday.', 'told', 'Jo Smith, the mayor'],
    ['He wrote to Graham: Trump has denied it.', 'denied', 'Trump'],
    ['She heard what Trump said.', 'said', 'Trump'],
  ])('stands before the verb, or after it: %s', (sentence, verb, subject) => {
    expect(told(sentence)).toContainEqual([verb, subject]);
  });

  it.each([
    ['“Trump said so,” they heard.'],
    ['Graham was told of it.'],
    ['Graham came to say it.'],
    ['Graham saw the claim.'],
    [''],
  ])('is nobody in quoted words, with a passive, an infinitive or a noun: %s', (sentence) => {
    expect(told(sentence)).toEqual([]);
  });

  it('is outside of a quotation that was open before', () => {
    expect(told('Trump said so,” Graham added.', true)).toEqual([['added', 'Graham']]);
  });

  it('may be a pronoun', () => {
    const byPronoun = (sentence: string) => sayingsOf(new AnalysedText(sentence))[0]?.byPronoun;
    expect(byPronoun('“Troops should leave,” he said.')).toBe(true);
    expect(byPronoun('Graham said he would leave.')).toBe(false);
  });
});

describe('a quotation', () => {
  it.each([
    ['He said: “Leave', false, true],
    ['Leave now.” He', true, false],
    ['"Leave" and "go', false, true],
    ['Leave', true, true],
  ])('is open or not where a text ends: %s', (text, before, after) => {
    expect(endsQuoted(text, before)).toBe(after);
  });
});
