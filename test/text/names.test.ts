import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_KINDS } from '../../src/text/name-kinds.js';
import { findNames } from '../../src/text/names.js';
import { tokenise } from '../../src/text/tokens.js';
import { anyText } from './any-text.js';

function names(text: string): string[] {
  return findNames(text, tokenise(text)).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('a person', () => {
  it.each([
    ['killed Iranian Gen. Qasem Soleimani on Friday', 'Iranian Gen. Qasem Soleimani'],
    ['and U.S. Sen. Lindsey Graham, a member', 'U.S. Sen. Lindsey Graham'],
    ['powerful cleric Moktada al-Sadr called', 'Moktada al-Sadr'],
    ['while Parliament Speaker Mohamed a-Halbousi said', 'Parliament Speaker Mohamed a-Halbousi'],
    ['with Saudi Crown Prince Mohammed bin Salman', 'Saudi Crown Prince Mohammed bin Salman'],
    ['when Nasrallah said', 'Nasrallah'],
    ['and John Smith, 45, left', 'John Smith'],
    ['thanked Mr Trump', 'Mr Trump'],
    ['told Adel Abdul-Mahdi', 'Adel Abdul-Mahdi'],
    ['NYPD Inspector Courtney Nilan said', 'NYPD Inspector Courtney Nilan'],
    ['as Kayla Bruun, an economist, put it', 'Kayla Bruun'],
    ['and Josh Allen threw for 300 yards', 'Josh Allen'],
  ])('is known by a title, a given name or what stands beside the name: %s', (text, name) => {
    expect(names(text)).toContain(`person: ${name}`);
  });
});

describe('a place', () => {
  it.each([
    ['in Mashhad they', 'Mashhad'],
    ['from Iraq', 'Iraq'],
    ['the U.S. troops', 'U.S.'],
    ['on Lake Erie', 'Lake Erie'],
    ['the United States left', 'United States'],
    ['but New York and', 'New York'],
    ['which Saudi Arabia refused', 'Saudi Arabia'],
    ['the battle in Kherson went on', 'Kherson'],
    ['climbed Mount Everest twice', 'Mount Everest'],
  ])('is known by its name or the word before it: %s', (text, name) => {
    expect(names(text)).toContain(`place: ${name}`);
  });
});

describe('an organisation', () => {
  it.each([
    ['of the Senate Foreign Relations Committee, said', 'Senate Foreign Relations Committee'],
    ['on Fox News that', 'Fox News'],
    ['the University of Baghdad', 'University of Baghdad'],
    ['told CNN that', 'CNN'],
    ['at the London School of Economics', 'London School of Economics'],
    ['the Department of Health and Human Services', 'Department of Health and Human Services'],
    ['with the United Nations over', 'United Nations'],
    ['led the Quds force', 'Quds'],
    ['The US Mint will issue the coin', 'US Mint'],
    ['the Supreme Court ruled', 'Supreme Court'],
    ['the Tampa Bay Buccaneers won', 'Tampa Bay Buccaneers'],
  ])('is known by its words or what stands beside it: %s', (text, name) => {
    expect(names(text)).toContain(`organisation: ${name}`);
  });
});

describe('an event, a work, a law or a people', () => {
  it.each([
    ['won her first Grand Slam title', 'Grand Slam'],
    ['Argentina won the World Cup in Qatar', 'World Cup'],
    ['was given the Nobel Peace Prize', 'Nobel Peace Prize'],
    ['signed the Inflation Reduction Act', 'Inflation Reduction Act'],
    ['killed by Iranian forces', 'Iranian'],
    ['got COVID in March', 'COVID'],
  ])('is something else: %s', (text, name) => {
    expect(names(text)).toContain(`other: ${name}`);
  });

  it.each([
    ['Rich Strike won the Kentucky Derby on Saturday', 'Kentucky Derby'],
    ['the U.S. Women beat Canada', 'U.S. Women'],
    ['plays on the PGA Tour Champions this year', 'PGA Tour Champions'],
    ['the Affordable Care Act passed', 'Affordable Care Act'],
    ['starred in Top Gun', 'Top Gun'],
  ])('is no person: %s', (text, name) => {
    expect(names(text)).not.toContain(`person: ${name}`);
  });
});

describe('a name', () => {
  it('has a chance for each kind', () => {
    const [name] = findNames('in Baghdad', tokenise('in Baghdad'));
    expect(name?.chances).toHaveLength(NAME_KINDS.length);
    expect(name?.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
    expect(name?.chances[NAME_KINDS.indexOf('place')]).toBeGreaterThan(0.9);
  });

  it('is of no known kind where nothing tells', () => {
    expect(names('The Uvalde it')).toEqual(['unknown: Uvalde']);
  });

  it('of a person ends before what the person is of', () => {
    expect(names('told Anthony Shadid of the Washington Post that')).toEqual([
      'person: Anthony Shadid',
      'organisation: Washington Post',
    ]);
    expect(names('at the Bank of America')).toEqual(['organisation: Bank of America']);
  });

  it('ends before the next one', () => {
    expect(names('the United States and Iraq')).toEqual(['place: United States', 'place: Iraq']);
    expect(names('with Iran’s President Rouhani')).toEqual(['place: Iran', 'person: President Rouhani']);
  });

  it('is no day or month, nor is that part of one', () => {
    expect(names('voted on Sunday')).toEqual([]);
    expect(names('in January')).toEqual([]);
    expect(names('on Sunday Iraqi lawmakers')).toEqual(['other: Iraqi']);
  });

  it('has a capital', () => {
    expect(names('who won the pga tour, rory mcilroy or jon rahm')).toEqual([]);
  });

  it('is no ordinary word that opens a sentence', () => {
    expect(names('Mourners wave flags. Thousands joined.')).toEqual([]);
    expect(names('During it they left. Anyone may. “I’ll go. It’ll rain.')).toEqual([]);
  });

  it('may open a sentence all the same', () => {
    expect(names('Iran has vowed it.')).toEqual(['place: Iran']);
    expect(names('Nasrallah said it.')).toEqual(['person: Nasrallah']);
    expect(names('He left. Zelensky stayed.')).toEqual([expect.stringContaining('Zelensky')]);
  });

  it('of any text stands in it, in order', () => {
    const piece = fc.constantFrom(
      'Al',
      'al',
      '-',
      ' ',
      '. ',
      '’s ',
      'the',
      'U.S.',
      'Sunday',
      'said',
      'of',
      '“',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          anyText(),
        ),
        (text) => {
          const tokens = tokenise(text);
          let next = 0;
          for (const { start, end, first, last } of findNames(text, tokens)) {
            expect(first).toBeGreaterThanOrEqual(next);
            expect([start, end]).toEqual([tokens[first]?.start, tokens[last]?.end]);
            next = last + 1;
          }
        },
      ),
    );
  });
});
