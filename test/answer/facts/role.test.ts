import { describe, expect, it } from 'vitest';
import { asksForName, nameUngiven, roleUnbound } from '../../../src/answer/facts/role.js';
import { factOf } from './ranked.js';

describe('somebody who is named beside the role', () => {
  const question = 'Who is the president of Iraq?';

  it.each([
    ['Iraq’s president, Barham Salih, spoke.', 0],
    ['Barham Salih, the president of Iraq, spoke.', 0],
    ['Troops will stay in Iraq for many months to come, so US President Donald Trump said.', 1],
    ['They left Iraq hours after US President Donald Trump spoke.', 1],
    ['They left Iraq hours after President Salih spoke.', 1],
    ['Iraq’s interim president Barham Salih spoke.', 0],
    ['The president of Iraq spoke.', 1],
    ['They met Barham Salih in Iraq.', 1],
  ])('may hold another one: %s', (sentence, unbound) => {
    expect(factOf(roleUnbound, question, sentence)).toBe(unbound);
  });

  it('may go by the title alone where the place is spoken of, unless it is a president', () => {
    const governor = 'Who is the governor of Texas?';
    expect(factOf(roleUnbound, governor, 'In Texas schools will stay shut, Gov. Abbott said.')).toBe(0);
    expect(factOf(roleUnbound, governor, 'In Texas schools will stay shut, former Gov. Perry said.')).toBe(1);
    expect(
      factOf(
        roleUnbound,
        'Who is the US president?',
        'They left the U.S. hours after President Biden spoke.',
      ),
    ).toBe(0);
  });

  it('holds it if one good candidate says so', () => {
    expect(
      factOf(roleUnbound, question, 'President Trump spoke of Iran.', 'Iraq’s president is Barham Salih.'),
    ).toBe(0);
  });

  it('does not hold it who is said to hold another one', () => {
    const sentences = ['President Trump left Iraq.', 'US President Donald Trump spoke of Iran.'];
    expect(factOf(roleUnbound, question, ...sentences)).toBe(1);
  });

  it('is asked about who holds it now alone', () => {
    const sentence = 'They left Iraq hours after US President Donald Trump spoke.';
    expect(factOf(roleUnbound, question, sentence)).toBe(1);
    expect(factOf(roleUnbound, 'Who was the president of Iraq?', sentence)).toBe(0);
  });

  it('matters only where the question says which role is meant', () => {
    expect(factOf(roleUnbound, 'who is the president', 'The president spoke.')).toBe(0);
  });
});

describe('a question for a name', () => {
  it('asks for it outright', () => {
    expect(factOf(asksForName, 'What is the name of the captain?', 'It rained.')).toBe(1);
    expect(factOf(asksForName, 'Who is the captain?', 'It rained.')).toBe(0);
  });

  const question = 'What was the name of the American contractor who was killed?';

  it.each([
    ['Rockets killed an American contractor.', 1],
    ['Rockets killed the American contractor Nawres Hamid.', 0],
    ['Nawres Hamid, a contractor, was killed.', 0],
    ['President Trump spoke after rockets had killed the contractor.', 1],
  ])('is in vain where nobody is named beside the bearer: %s', (sentence, ungiven) => {
    expect(factOf(nameUngiven, question, sentence)).toBe(ungiven);
  });

  it('may ask for the name of a thing', () => {
    const ship = 'what is the name of the ship that sank';
    expect(factOf(nameUngiven, ship, 'The ship sank.')).toBe(1);
    expect(factOf(nameUngiven, ship, 'The ship Endurance sank.')).toBe(0);
    expect(factOf(nameUngiven, 'which ship sank', 'The ship sank.')).toBe(0);
  });
});
