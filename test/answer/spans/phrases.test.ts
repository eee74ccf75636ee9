import { describe, expect, it } from 'vitest';
import {
  linkedPhrases,
  nameRuns,
  nounPhrases,
  partsOf,
  withDeterminer,
} from '../../../src/answer/spans/phrases.js';
import { analysed, wordsOf } from './spans.js';

describe('noun phrases', () => {
  it.each([
    ['The large military bases were hit.', ['large military bases']],
    ['Parliament voted on Sunday.', ['Parliament', 'Sunday']],
    ['They met elected officials of the old regime.', ['elected officials', 'old regime']],
    ['Iraq’s parliament met.', ['Iraq’s parliament']],
    ['Iran, Iraq and Syria agreed.', ['Iran', 'Iraq', 'Syria']],
    ['They left.', []],
  ])('end before complements, commas and verbs: %s', (sentence, phrases) => {
    const text = analysed(sentence);
    expect(wordsOf(text, nounPhrases(text))).toEqual(phrases);
  });

  it('are linked to complements', () => {
    const text = analysed('The president of the parliament of Iraq resigned.');
    expect(wordsOf(text, linkedPhrases(text, nounPhrases(text)).complements)).toContain(
      'president of the parliament of Iraq',
    );
  });

  it('are linked to lists', () => {
    const text = analysed('Iran, Iraq and Syria agreed.');
    expect(wordsOf(text, linkedPhrases(text, nounPhrases(text)).lists)).toEqual([
      'Iran, Iraq',
      'Iran, Iraq and Syria',
      'Iraq and Syria',
    ]);
  });

  it('are not linked across brackets', () => {
    const text = analysed('Iran (and Iraq) agreed.');
    expect(linkedPhrases(text, nounPhrases(text)).lists).toEqual([]);
  });

  it('hold names', () => {
    const text = analysed('The outgoing minister Adel Mahdi resigned.');
    expect(wordsOf(text, nameRuns(text, nounPhrases(text)))).toEqual(['Adel Mahdi']);
  });

  it('lose words at either end', () => {
    const { ends, starts } = partsOf([{ first: 2, last: 4 }]);
    expect(ends).toEqual([
      { first: 3, last: 4 },
      { first: 4, last: 4 },
    ]);
    expect(starts).toEqual([
      { first: 2, last: 3 },
      { first: 2, last: 2 },
    ]);
  });

  it('take the determiner that stands before them', () => {
    const text = analysed('Troops left his country.');
    expect(wordsOf(text, withDeterminer(text, nounPhrases(text)))).toEqual(['his country']);
  });
});
