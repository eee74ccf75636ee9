import { describe, expect, it } from 'vitest';
import { isName, isNoun, isNumber, isVerb } from '../../../src/answer/facts/fact.js';
import {
  lacksAnywhere,
  lacksAround,
  lacksPlaceAround,
  lacksSeveral,
  termsAround,
} from '../../../src/answer/facts/missing.js';
import { factOf } from './ranked.js';

describe('what is missing', () => {
  const question = 'How many troops left Syria in 2018?';

  it.each([
    ['a name', isName, 'Troops left in 2018.'],
    ['a number', isNumber, 'Troops left Syria.'],
    ['a noun', isNoun, 'They left Syria in 2018.'],
    ['a verb', isVerb, 'Troops in Syria in 2018.'],
  ])('%s', (_, sort, sentence) => {
    expect(factOf(lacksAround(sort), question, sentence)).toBeGreaterThan(0.1);
    expect(factOf(lacksAround(sort), question, 'The troops left Syria in 2018.')).toBeLessThan(0.05);
  });

  it('is missing anywhere only where no good candidate has it', () => {
    expect(factOf(lacksAnywhere(isName), question, 'Troops left in 2018.', 'Syria is at war.')).toBe(0);
    expect(factOf(lacksAnywhere(isName), question, 'Troops left in 2018.')).toBeGreaterThan(0.1);
  });
});

describe('somebody who is named in full', () => {
  const lacks = (question: string, sentence: string): number =>
    factOf(lacksAnywhere(isName), question, sentence);

  it.each(['What did Hassan Nasrallah vow?', 'What did Professor Nasrallah vow?'])(
    'is there by the last name: %s',
    (question) => {
      expect(lacks(question, 'Nasrallah vowed to fight.')).toBe(0);
      expect(lacks(question, 'They vowed to fight.')).toBeGreaterThan(0.5);
    },
  );

  it('is another where the first name alone is there', () => {
    expect(lacks('What did Hassan Nasrallah vow?', 'Hassan Rouhani vowed to fight.')).toBeGreaterThan(0.2);
  });

  it('is not meant by a name of which any other part is missing', () => {
    expect(lacks('Who rules South Korea?', 'They rule Korea.')).toBeGreaterThan(0.2);
  });
});

describe('a place that is asked about', () => {
  it.each([
    ['How many troops are in Kuwait?', 1],
    ['how many british troops are there', 1],
    ['what did the russians say', 1],
    ['How many troops are in Iraq?', 0],
    ['What did the Iraqis say?', 0],
    ['What did Pelosi say?', 0],
  ])('is spoken of or not: %s', (question, expected) => {
    expect(factOf(lacksPlaceAround, question, 'The troops in Iraq spoke.')).toBe(expected);
  });
});

describe('several words that are gone', () => {
  const several = (question: string): number =>
    factOf(lacksSeveral, question, 'The drone strike killed a general.', 'He commanded the soldiers.');

  it.each([
    ['two words', 'What happened to the oil price?', 1],
    ['one word', 'What did the soldiers eat?', 0],
    ['words of the same meaning', 'Which troops did the officer command?', 0],
    ['none', 'Who killed the general?', 0],
  ])('%s: %s', (_, question, expected) => {
    expect(several(question)).toBe(expected);
  });
});

describe('what is there', () => {
  it('is told by the share of the terms', () => {
    expect(factOf(termsAround, 'troops Syria', 'The troops left.')).toBe(0.5);
    expect(factOf(termsAround, 'troops Syria', 'The troops left.', 'Syria is at war.')).toBe(1);
  });
});
