import fc from 'fast-check';

/** Any characters at all, lone halves of surrogate pairs among them. */
export const anything = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

export const words = fc.constantFrom(
  'The minister resigned on Monday, 5 January 2020, after a vote.',
  'About 1,200 people were killed in the U.S. and “many more” hurt.',
  'How many people were killed in Iraq?',
  'a',
  ' ',
  '\n\n',
  '\t',
  '\u202E',
  '\u0000',
  '@everyone',
  '<@1>',
  '**',
  '`',
  '[a](',
  '|a|b|\n|-|-|\n',
  '> ',
  '- ',
  '"',
  "'",
  '--',
  '1,',
  '9'.repeat(30),
);

/** How often a piece is repeated: mostly a few times, now and then a thousand times as often. */
const TIMES = fc.oneof(
  { weight: 24, arbitrary: fc.constant(1) },
  { weight: 6, arbitrary: fc.integer({ min: 2, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3_000 }) },
);
/** No piece becomes longer than so many characters. */
const LONGEST = 20_000;

/** Small pieces, and now and then one that repeats without end. */
export function repeated(piece: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(piece, TIMES)
    .map(([text, times]) => text.repeat(Math.min(times, Math.ceil(LONGEST / (text.length + 1)))));
}

/** Pieces in any order, each perhaps repeated. */
export function piecesOf(
  known: readonly [string, ...string[]],
  most: number,
  between = '',
): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, words, anything);
  return fc.array(repeated(piece), { minLength: 1, maxLength: most }).map((pieces) => pieces.join(between));
}

export const prose = fc
  .array(repeated(fc.oneof({ weight: 3, arbitrary: words }, anything)), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '));

export const JSON_VALUES = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"@type":"NewsArticle","__proto__":{"polluted":1},"datePublished":"2020-01-01"}',
  '{"@graph":[{"@type":"NewsArticle","author":{"__proto__":{"polluted":1}}}]}',
  '['.repeat(5_000),
  '{"a":'.repeat(5_000),
  '{"@type":"NewsArticle","headline":{"toString":1},"author":[null,1,{"name":{"a":1}}]}',
  'null',
  '[]',
  '1e999',
] as const;
