import { describe, expect, it } from 'vitest';
import { initialsOf, isSpelledOut, possibleInitials } from '../../../src/answer/question/initials.js';
import { tokenise } from '../../../src/text/tokens.js';

describe('an abbreviation made of initials', () => {
  it.each([
    ['EU', 'EU'],
    ['U.N.', 'UN'],
    ['Europe', null],
    ['A', null],
    ['COVID19', null],
  ])('is told by its letters: %s', (word, letters) => {
    expect(tokenise(`The ${word} said`).slice(1, 2).map(initialsOf)).toEqual([letters]);
  });

  it.each([
    ['EU', 'European Union leaders met', true],
    ['DOJ', 'Department of Justice', true],
    ['FBI', 'Federal Bureau of Investigation', true],
    ['EU', 'European leaders', false],
    ['EU', 'every user', false],
    ['EU', 'European', false],
  ])('%s is spelled out, or not: %s', (letters, text, expected) => {
    expect(isSpelledOut(tokenise(text), 0, letters)).toBe(expected);
  });

  it('stands for a run of capitalised words', () => {
    const found = possibleInitials(tokenise('when did the Department of Justice and Trump speak'));
    expect(found.get('DOJ')).toEqual([3, 5]);
    expect(found.get('DJ')).toEqual([3, 5]);
    expect(found.has('D')).toBe(false);
  });
});
