import { describe, expect, it } from 'vitest';
import { unsaidPlainly } from '../../../src/answer/facts/plain-words.js';
import { factOf } from './ranked.js';

describe('a matter that news tells in the same few words', () => {
  it.each([
    ['Where was Sadr born?', 'Sadr grew up in Najaf.', 'Sadr spoke in Najaf.'],
    ['Where did Zarif go to university?', 'Zarif studied in Denver.', 'Zarif spoke in Denver.'],
    ['What is the name of Johnson’s wife?', 'Johnson married Carrie Symonds.', 'Johnson met Carrie Symonds.'],
    ['How many children does Brady have?', 'Brady has two sons.', 'Brady has seven rings.'],
    [
      'Where will Soleimani be buried?',
      'Soleimani’s burial is in Kerman.',
      'Soleimani was killed in Baghdad.',
    ],
    [
      'When was Saddam Hussein executed?',
      'Saddam Hussein was hanged in 2006.',
      'Saddam Hussein fell in 2003.',
    ],
    ['How many people live in Kabul?', 'Kabul is home to 4 million.', 'Kabul fell to 60,000 fighters.'],
    ['How many people were hurt?', 'Ten people were in hospital.', 'Ten people were there.'],
    ['What happened to the oil price?', 'Oil cost $68.', 'Oil burned for 68 hours.'],
    ['Did Scholz say sorry?', 'Scholz regretted it.', 'Scholz did it again.'],
    ['When did Kishida become prime minister?', 'Kishida took office in 2021.', 'Kishida spoke in 2021.'],
    [
      'How long has Cardona been secretary?',
      'Cardona has served since 2021.',
      'Cardona, the secretary, spoke.',
    ],
    ['Who was chancellor before Kwarteng?', 'Kwarteng replaced Zahawi.', 'Kwarteng met Zahawi.'],
    ['How tall is Griner?', 'Griner is 6 feet 9 inches tall.', 'Griner is in Russia.'],
  ])('is told in one of them or not at all: %s', (question, telling, other) => {
    expect(factOf(unsaidPlainly, question, telling)).toBe(0);
    expect(factOf(unsaidPlainly, question, other)).toBe(1);
  });

  it('is told of somebody else where the name is not at hand', () => {
    expect(factOf(unsaidPlainly, 'Where was Sadr born?', 'Sistani was born in Mashhad.')).toBe(1);
  });

  it.each([
    ['Which university does Dodge work at?', 'Dodge works at the London School of Economics.'],
    ['What did they build so that he could study the house?', 'They made a model of the house for him.'],
    ['Will waiting hurt the company?', 'Waiting will not be good for the company.'],
  ])('is no other matter: %s', (question, sentence) => {
    expect(factOf(unsaidPlainly, question, sentence)).toBe(0);
  });
});
