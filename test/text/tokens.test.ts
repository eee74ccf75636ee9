import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, mostWords, tokenise } from '../../src/text/tokens.js';
import { anyText } from './any-text.js';

function words(text: string): string[] {
  return tokenise(text).map(({ word }) => word);
}

function contentWords(text: string): string[] {
  return tokenise(text).flatMap(({ word, stop }) => (stop ? [] : [word]));
}

describe('a token', () => {
  it('is known by its place in the text, its word and its stem', () => {
    expect(tokenise('Two soldiers’ posts')[1]).toEqual({
      text: 'soldiers',
      start: 4,
      end: 12,
      word: 'soldiers',
      term: 'soldier',
      stop: false,
    });
  });

  it.each([
    ['Iran’s threat', 'iran'],
    ["Iran's threat", 'iran'],
    ["the U.S.'s mandate", 'u.s.'],
    ['the U.S.’s mandate', 'u.s.'],
    ["Jones' vote", 'jones'],
  ])('leaves the possessive ending out: %s', (text, word) => {
    const [token] = tokenise(text).filter(({ stop }) => !stop);
    expect(token?.word).toBe(word);
    expect(token?.text).not.toMatch(/['’]/);
  });

  it.each([
    ['5,200', '5200'],
    ['1,000,000', '1000000'],
    ['3.5', '3.5'],
    ['5th', '5th'],
    ['1990s', '1990s'],
    ['10K', '10k'],
    ['1.5bn', '1.5bn'],
    ['30km', '30km'],
  ])('holds a number whole: %s', (text, word) => {
    expect(words(text)).toEqual([word]);
  });

  it.each(['\u02bb', '\u02bc', '\uff9e'])('is no mark that Unicode counts among the letters: %s', (mark) => {
    expect(tokenise(`Iraq ${mark} voted`).map(({ word }) => word)).toEqual(['iraq', 'voted']);
  });

  it('parts a tally into its two numbers', () => {
    expect(words('170-0')).toEqual(['170', '0']);
  });

  it.each([
    ['al-Sadr', ['al', 'sadr']],
    ['a-Halbousi', ['a', 'halbousi']],
    ['R-S.C.,', ['r', 'sc']],
    ['Iran-backed', ['iran', 'backed']],
  ])('ends at a hyphen: %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each(['pic.twitter.com/xub1mnfOTo', 'https://example.org/a?b=c', '@Mustafa_salimb', '#news', 'AT&T'])(
    'holds an address, a handle and a name with a sign whole: %s',
    (text) => {
      expect(tokenise(text).map((token) => token.text)).toEqual([text]);
    },
  );
});

describe('spellings that are one word', () => {
  it.each([
    ['U.S.', 'US', 'the USA', 'the usa', 'the U.S.A.'],
    ['the U.K.', 'the UK', 'the uk'],
    ['the U.N.', 'the UN', 'the un'],
    ['Beyoncé', 'Beyonce', 'BEYONCÉ'],
    ['São Paulo', 'sao paulo'],
    ['Łódź', 'Lodz'],
    ['Tromsø', 'tromso'],
    ['Weißstraße', 'weissstrasse'],
    ['Abdul-Mahdi', 'abdul mahdi'],
    ['O’Brien', "O'Brien", 'obrien'],
    ['AT&T said', 'at&t said'],
    ['5,200', '5200'],
    ['𝐓𝐫𝐨𝐨𝐩𝐬', 'troops'],
  ])('%s', (first, ...others) => {
    for (const other of others) {
      const known = contentWords(`${other} x`);
      expect(known).toEqual(contentWords(`${first} x`));
    }
  });

  it('do not include "us" and "US"', () => {
    expect(words('they told us')).toContain('us');
    expect(words('the US told them')).toContain('u.s.');
  });

  it('do not include "who" and "WHO", nor "it" and "IT"', () => {
    expect(contentWords('Who told the WHO that it needs IT?')).toEqual(['told', 'w.h.o.', 'needs', 'i.t.']);
  });
});

describe('a text in capitals', () => {
  it('is read as if it were not, since its capitals tell nothing', () => {
    expect(words('WHO IS IN IRAQ')).toEqual(['who', 'is', 'in', 'iraq']);
    expect(tokenise('WHO IS IN IRAQ').map(({ stop }) => stop)).toEqual([true, true, true, false]);
  });
});

describe('a word in capitals', () => {
  it.each([
    ['How many TROOPS left', 'how many troops left'],
    ['ISIS fighters', 'isis fighters'],
    ['the NATO', 'the nato'],
  ])('has the same stem as without them: %s', (left, right) => {
    expect(tokenise(left).map(({ term }) => term)).toEqual(tokenise(right).map(({ term }) => term));
  });
});

describe('a function word', () => {
  it.each(['the', 'us', "don't", 'don’t', 'dont', 'whats', "what's", 'I’m'])('is marked: %s', (word) => {
    expect(tokenise(`${word} troops`)[0]?.stop).toBe(true);
  });

  it.each(['not', 'no', 'never', 'against', 'after', 'before'])(
    'is none that changes what is said: %s',
    (word) => {
      expect(tokenise(`${word} troops`)[0]?.stop).toBe(false);
    },
  );
});

describe('any text', () => {
  const someText = fc.oneof(
    anyText(),
    fc.string({ unit: fc.constantFrom('U', '.', 'S', 's', '’', "'", '5', ',', '-', ' ', '&', 'é', '/') }),
  );

  it('gives tokens that stand in it, in order and without overlap', () => {
    fc.assert(
      fc.property(someText, (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.text).not.toBe('');
          end = token.end;
        }
      }),
    );
  });

  it('gives the same tokens every time', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(tokenise(text)).toEqual(tokenise(text));
      }),
    );
  });

  it('is folded once and for all', () => {
    fc.assert(
      fc.property(someText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it.each([
    ['a letter', 'a'],
    ['dashes', '-'],
    ['dotted words', 'a.b-'],
    ['apostrophes', "a'"],
    ['digits and commas', '1,'],
  ])('without end is read in one go: %s', (_, unit) => {
    expect(tokenise(unit.repeat(100_000 / unit.length)).length).toBeLessThanOrEqual(50_000);
  });
});

it('no text has more words than it is said to have at most', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'aZ9é中.,’-&@/: \n', 's', 'U.S.’s', '5 000', 'www.'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, (each) => tokenise(each).length <= mostWords(each)),
    { numRuns: 2_000 },
  );
  const plain = 'Parliament voted on Sunday. The troops left, he said.';
  expect(mostWords(plain)).toBe(tokenise(plain).length);
});

it.each([
  ["they don't know", ['they', 'dont', 'know']],
  ['O’Neill’s rock’n’roll', ['oneill', 'rocknroll']],
  ['the troops’ l’été', ['the', 'troops', 'lete']],
  ['a far-right B-52.', ['a', 'far', 'right', 'b', '52']],
  ['far-right.example/a on-line.', ['far-right.example/a', 'on', 'line']],
  ['5,200-strong, 5 000, 5th; 19 1,5', ['5200', 'strong', '5000', '5th', '19', '1.5']],
  ['1.5/2.x 2021. 10.', ['1.5/2.x', '2021', '10']],
  ['naïve-ish cafés 5é', ['naive', 'ish', 'cafes', '5e']],
])('plain words and numbers end where the pattern ends them: %s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});
