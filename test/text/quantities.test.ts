import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities, type Quantity } from '../../src/text/quantities.js';
import { tokenise } from '../../src/text/tokens.js';
import { anyText } from './any-text.js';

function quantities(text: string): Quantity[] {
  return findQuantities(text, tokenise(text));
}

/** Kind, words and value of each. */
function read(text: string): (readonly [string, string, number | null])[] {
  return quantities(text).map(
    ({ kind, start, end, value }) => [kind, text.slice(start, end), value] as const,
  );
}

describe('a count', () => {
  it.each([
    ['more than 5,000 U.S. soldiers', 'more than 5,000', 5000],
    ['the estimated 5,200 U.S. troops', 'estimated 5,200', 5200],
    ['identified 52 targets', '52', 52],
    ['about 180 legislators', 'about 180', 180],
    ['at least 25 Iraqi paramilitary fighters', 'at least 25', 25],
    ['no more than 10 people', 'no more than 10', 10],
    ['10K troops', '10K', 10_000],
    ['1.5m people', '1.5m', 1_500_000],
    ['3.5 million people', '3.5 million', 3_500_000],
    ['about 2,000 troops', 'about 2,000', 2000],
    ['2000 troops', '2000', 2000],
    ['more than 2000 of them', 'more than 2000', 2000],
    ['8 400 seats', '8 400', 8400],
    ['8\u00A0400 seats', '8\u00A0400', 8400],
    ["8'400 seats", "8'400", 8400],
    ['31 600 000 hens', '31 600 000', 31_600_000],
    ['2,5 million votes', '2,5 million', 2_500_000],
    ['4.350.000 votes', '4.350.000', 4_350_000],
    ['12,34,567 votes', '12,34,567', 1_234_567],
    ['6 crore voters', '6 crore', 60_000_000],
    ['five lakh voters', 'five lakh', 500_000],
    ['80+ guests', '80+', 80],
    ['½ of the seats', '½', 0.5],
    ['3/4 of the seats', '3/4', 0.75],
    ['four and a half million votes', 'four and a half million', 4_500_000],
    ['67m voters', '67m', 67_000_000],
  ])('in digits: %s', (text, words, value) => {
    expect(read(text)).toEqual([['count', words, value]]);
  });

  it.each([
    ['twelve men', 'twelve', 12],
    ['twenty-five people', 'twenty-five', 25],
    ['two hundred people', 'two hundred', 200],
    ['two hundred and fifty people', 'two hundred and fifty', 250],
    ['one hundred thousand men', 'one hundred thousand', 100_000],
    ['a dozen men', 'dozen', 12],
    ['two dozen men', 'two dozen', 24],
    ['half a million people', 'half a million', 500_000],
  ])('in words: %s', (text, words, value) => {
    expect(read(text)).toEqual([['count', words, value]]);
  });

  it.each([
    ['hundreds of thousands of Iranians', 'hundreds of thousands'],
    ['dozens of people', 'dozens'],
    ['several million people', 'several million'],
  ])('without an exact figure: %s', (text, words) => {
    expect(read(text)).toEqual([['count', words, null]]);
  });

  it('is told from a year by a round figure and what it counts', () => {
    const kinds = (text: string) => read(text).map(([kind, words]) => `${kind}: ${words}`);
    expect(kinds('played more than 1500 matches')).toEqual(['count: more than 1500']);
    expect(kinds('fewer than 1400 arrests')).toEqual(['count: fewer than 1400']);
    for (const text of [
      'since at least 2005',
      'lower than 2019 levels',
      'than 2020 arrests',
      'what 2022 voters want',
    ])
      expect(kinds(text).join(), text).toMatch(/^year: /);
  });

  it('of a vote is the whole tally', () => {
    expect(read('The final vote total was 170-0 in favor.')).toEqual([['count', '170-0', 170]]);
  });

  it('of two numbers side by side is two', () => {
    expect(read('between 15 and 20 people').map(([, words]) => words)).toEqual(['15', '20']);
    expect(read('ten and five people').map(([, words]) => words)).toEqual(['ten', 'five']);
  });
});

describe('a range', () => {
  it.each([
    ['$2.5 to $3 million', 'money', '$2.5 to $3 million', 2_500_000, 3_000_000],
    ['$6-8 billion', 'money', '$6-8 billion', 6e9, 8e9],
    ['30-40%', 'percent', '30-40%', 30, 40],
    ['two to three weeks', 'duration', 'two to three weeks', 2, 3],
    ['700 to 1 million', 'count', '700 to 1 million', 700, 1_000_000],
  ])('is one quantity with two ends: %s', (text, kind, words, value, upTo) => {
    expect(quantities(text)).toMatchObject([{ kind, value, upTo }]);
    expect(read(text)[0]?.[1]).toBe(words);
  });

  it('is none where something changes, but both ends have the scale and the unit', () => {
    expect(read('from $2.5 to $3 million')).toEqual([
      ['money', '$2.5', 2_500_000],
      ['money', '$3 million', 3_000_000],
    ]);
    expect(read('between 4 and 6 percent').map(([kind]) => kind)).toEqual(['percent', 'percent']);
  });

  it('is none where the numbers fall', () => {
    expect(read('won 4 to 1').map(([, words]) => words)).toEqual(['4', '1']);
  });
});

describe('what a count counts', () => {
  it.each([
    ['more than 5,000 U.S. soldiers', ['u.s.', 'soldier']],
    ['173 of the 329 Iraqi lawmakers', ['iraqi', 'lawmak']],
    ['hundreds of thousands of Iranians gathered', ['iranian', 'gather']],
    ['3 percent of voters', ['voter']],
    ['He has 52.', []],
    ['He has 52, targets said.', []],
  ])('is in the words behind it, up to a comma or a function word: %s', (text, counted) => {
    expect(quantities(text)[0]?.counted).toEqual(counted);
  });
});

describe('what is no count', () => {
  it.each([
    ['$3.5 million', 'money', '$3.5 million', 3_500_000],
    ['US$5bn', 'money', 'US$5bn', 5e9],
    ['about €20', 'money', 'about €20', 20],
    ['20 dollars', 'money', '20 dollars', 20],
    ['5 million euros', 'money', '5 million euros', 5e6],
    ['₹750 crore', 'money', '₹750 crore', 7.5e9],
    ['Rs 8 lakh', 'money', 'Rs 8 lakh', 800_000],
    ['Rs. 2,50,000', 'money', 'Rs. 2,50,000', 250_000],
    ['PKR 90 million', 'money', 'PKR 90 million', 90_000_000],
    ['CHF 65 million', 'money', 'CHF 65 million', 65_000_000],
    ['€3 400', 'money', '€3 400', 3400],
    ['€ 19', 'money', '€ 19', 19],
    ['19 €', 'money', '19 €', 19],
    ['9 million won', 'money', '9 million won', 9_000_000],
    ['40 Swedish kronor', 'money', '40 Swedish kronor', 40],
    ['all four won', 'count', 'four', 4],
    ['8,25 percent', 'percent', '8,25 percent', 8.25],
    ['3%', 'percent', '3%', 3],
    ['3 per cent', 'percent', '3 per cent', 3],
    ['3 percentage points', 'percent', '3 percentage points', 3],
    ['a 1983 attack', 'year', '1983', 1983],
    ['in the 1990s', 'year', '1990s', 1990],
    ['two days after', 'duration', 'two days', 2],
    ['more than four years ago', 'duration', 'more than four years', 4],
    ['10:30 p.m.', 'clock', '10:30 p.m.', 10],
    ['6 feet', 'measure', '6 feet', 6],
    ['30km', 'measure', '30km', 30],
    ['30 km', 'measure', '30 km', 30],
    ['40 lakh litres', 'measure', '40 lakh litres', 4_000_000],
    ['the 3,000m steeplechase', 'measure', '3,000m', 3000],
    ["the women's 200m", 'measure', '200m', 200],
    ['38C', 'measure', '38C', 38],
    ['seat 38C', 'count', '38C', 38],
    ['4 1/2 hours', 'duration', '4 1/2 hours', 4.5],
    ['4½ hours', 'duration', '4½ hours', 4.5],
    ['the second-largest port', 'ordinal', 'second-largest', null],
    ['the third most popular name', 'ordinal', 'third most popular', null],
    ['the 5th man', 'ordinal', '5th', 5],
    ['the first man', 'ordinal', 'first', null],
  ])('%s is %s', (text, kind, words, value) => {
    expect(read(text)).toEqual([[kind, words, value]]);
  });

  it.each([
    'January 4',
    'January 4, 2020',
    '4 January 2020',
    'Jan. 5',
    'Jan 5, 2020',
    'October 1973',
    'May 5',
  ])('a date is one: %s', (text) => {
    expect(read(`on ${text}`)).toEqual([['date', text, null]]);
  });

  it('a verb is no month', () => {
    expect(read('they may 5')).toEqual([['count', '5', 5]]);
  });

  it.each(['constructor', 'five constructor', 'valueOf', '__proto__'])(
    'a word that objects know is no number: %s',
    (text) => {
      for (const { value } of quantities(text)) expect(value).toBe(5);
    },
  );
});

describe('what stands between two figures', () => {
  it('belongs to one of them', () => {
    expect(findQuantities('56 € 2020', tokenise('56 € 2020')).map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });

  it('is no unit where it goes on into another word', () => {
    const [quantity] = findQuantities('40°C½', tokenise('40°C½'));
    expect(quantity?.end).toBeLessThanOrEqual(3);
  });
});

describe('any text', () => {
  const someText = fc
    .array(
      fc.constantFrom(
        ...'5,200 170-0 $ half a million and hundred two twenty % percent Jan. 5 2003 of troops days . , - k bn p.m.'.split(
          ' ',
        ),
      ),
      { maxLength: 12 },
    )
    .chain((pieces) => fc.constantFrom(' ', '').map((between) => pieces.join(between)));

  it('gives quantities that begin and end in it, in order, with figures that are numbers', () => {
    fc.assert(
      fc.property(fc.oneof(someText, anyText()), (text) => {
        let next = 0;
        for (const { start, end, first, last, value } of quantities(text)) {
          expect(first).toBeGreaterThanOrEqual(next);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          if (value !== null) expect(value).not.toBeNaN();
          next = last + 1;
        }
      }),
    );
  });
});
