import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOUND, matchStrength, STRENGTH } from '../../../src/answer/question/match-strength.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { tokenise } from '../../../src/text/tokens.js';
import { anyText } from '../../text/any-text.js';

/** How well a word of a text stands for a word of a question. */
function strength(asked: string, found: string): number {
  const term = readQuestion(`about ${asked}`).terms.at(-1);
  const token = tokenise(`the ${found}`).at(-1);
  if (term === undefined || token === undefined) throw new Error('no words');
  return matchStrength(term, token);
}

describe('a word of the question', () => {
  it.each([
    ['honey', 'honest'],
    ['harbour', 'harvest'],
  ])('is not found where a word only begins alike: %s, %s', (asked, found) => {
    expect(strength(`the ${asked}`, found)).toBeLessThan(FOUND);
  });

  it.each([
    ['troops', 'troop'],
    ['voted', 'votes'],
    ['said', 'say'],
    ['Soleimani', 'Soleimani’s'],
    ['5200', '5,200'],
  ])('is matched in full by another form of it: %s, %s', (asked, found) => {
    expect(strength(asked, found)).toBe(STRENGTH.sameTerm);
  });

  it.each([
    ['expulsion', 'expel'],
    ['Iraq', 'Iraqi'],
    ['government', 'govern'],
    ['legality', 'legal'],
  ])('is matched well by a word made from it: %s, %s', (asked, found) => {
    expect(strength(asked, found)).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ['Suleimani', 'Soleimani'],
    ['bagdad', 'Baghdad'],
    ['halbusi', 'Halbousi'],
    ['parlaiment', 'parliament'],
  ])('is matched well by another spelling: %s, %s', (asked, found) => {
    expect(strength(asked, found)).toBeGreaterThanOrEqual(FOUND);
  });

  it.each([
    ['troops', 'soldiers'],
    ['killed', 'assassinated'],
    ['resign', 'quit'],
  ])('is matched in part by a word that means the same: %s, %s', (asked, found) => {
    const value = strength(asked, found);
    expect(value).toBeGreaterThan(0.3);
    expect(value).toBeLessThan(1);
  });

  it.each([
    ['Iran', 'Iraq'],
    ['Sunni', 'Shiite'],
    ['1983', '1993'],
    ['5200', '5,000'],
    ['52', '5,200'],
    ['250,000', '260,000'],
    ['troops', 'the'],
    ['war', 'warsaw'],
  ])('is not matched by what only looks like it: %s, %s', (asked, found) => {
    expect(strength(asked, found)).toBe(0);
  });

  it('is taken for another spelling only where it is no ordinary word, or the text has a name', () => {
    expect(strength('parlaiment', 'parliament')).toBe(STRENGTH.spelling);
    expect(strength('station', 'stations')).toBe(STRENGTH.sameTerm);
    expect(strength('contest', 'context')).toBeLessThan(STRENGTH.spelling);
  });

  it('is matched by anything between not at all and in full', () => {
    const word = fc.oneof(anyText(12), fc.lorem({ maxCount: 1 }));
    fc.assert(
      fc.property(word, word, (asked, found) => {
        for (const term of readQuestion(asked).terms) {
          for (const token of tokenise(found)) {
            const value = matchStrength(term, token);
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
