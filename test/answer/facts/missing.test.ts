import { describe, expect, it } from 'vitest';
import { isName, isVerb } from '../../../src/answer/facts/fact.js';
import {
  lacksAround,
  lacksHalf,
  lacksInFullest,
  lacksMuch,
  lacksOfClaim,
  lacksOfNamed,
  lacksSeveral,
} from '../../../src/answer/facts/missing.js';
import { factOf } from './ranked.js';

describe('what is missing', () => {
  const question = 'How many troops left Syria in 2018?';

  it.each([
    ['a name', isName, 'Troops left in 2018.'],
    ['a verb', isVerb, 'Troops in Syria in 2018.'],
  ])('%s', (_, sort, sentence) => {
    expect(factOf(lacksAround(sort), question, sentence)).toBeGreaterThan(0.1);
    expect(factOf(lacksAround(sort), question, 'The troops left Syria in 2018.')).toBeLessThan(0.05);
  });
});

describe('somebody who is named in full', () => {
  const lacks = (question: string, sentence: string): number =>
    factOf(lacksAround(isName), question, sentence);

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

describe('how much is missing', () => {
  const question = 'What do zebras and lions eat?';

  it('matters from half of what the question says on', () => {
    expect(factOf(lacksHalf, question, 'Zebras eat grass, lions meat.')).toBe(0);
    expect(factOf(lacksHalf, question, 'Zebras and lions sleep.')).toBe(0);
    const lacking = factOf(lacksHalf, question, 'They eat grass.');
    expect(lacking).toBeGreaterThan(0.1);
    expect(factOf(lacksHalf, question, 'It rained.')).toBeGreaterThan(lacking);
  });

  it('matters where it is more than a rare word', () => {
    expect(factOf(lacksMuch, 'What did zebras eat?', 'They eat grass.')).toBe(0);
    const many =
      'zebras, lions, giraffes, gnus, hyenas, rhinos, buffaloes, leopards, cheetahs, elephants, crocodiles';
    expect(factOf(lacksMuch, `When did ${many} and vultures meet?`, 'They met.')).toBeGreaterThan(0.1);
  });

  it('is looked for in the whole passage', () => {
    expect(factOf(lacksHalf, question, 'They eat grass.', 'Zebras and lions sleep.')).toBe(0);
  });
});

describe('what even the fullest sentence lacks', () => {
  const question = 'Which troops left Syria?';

  it('is nothing where one sentence has it all, whichever it is', () => {
    expect(factOf(lacksInFullest, question, 'Troops left.', 'The troops left Syria.')).toBe(0);
  });

  it('is not made up by another sentence', () => {
    expect(factOf(lacksInFullest, question, 'Troops left.', 'Syria is at war.')).toBeGreaterThan(0.2);
  });
});

describe('what nobody says of a claim', () => {
  it('is what is missing around each of the best sentences', () => {
    const of = (question: string): number =>
      factOf(lacksOfClaim, question, 'Troops left.', 'Syria is at war.');
    expect(of('Did troops leave Syria?')).toBe(0);
    expect(of('Did oil prices rise in Syria?')).toBeGreaterThan(0.5);
  });

  it('is asked only where it is asked whether something is so', () => {
    expect(factOf(lacksOfClaim, 'Which troops ate oil?', 'Syria is at war.')).toBe(0);
  });
});

describe('what is told of those who are named', () => {
  const lacks = (...sentences: string[]): number =>
    factOf(lacksOfNamed, 'Where was Sadr born?', ...sentences);

  it('is the share of the other words beside their names', () => {
    expect(lacks('Sadr was born in Najaf.')).toBe(0);
    expect(lacks('Sadr spoke in Najaf.')).toBe(1);
  });

  it('is not what is told of others', () => {
    expect(lacks('Sistani was born in Mashhad.', 'Sadr spoke in Najaf.')).toBe(1);
  });

  it('lacks nothing where only names are asked about', () => {
    expect(factOf(lacksOfNamed, 'Who is Sadr?', 'Sistani spoke.')).toBe(0);
  });
});
