import fc from 'fast-check';
import type { Answer, NoAnswer, Snippet, Source } from '../../src/answer/answer.js';

const hostileText = fc
  .array(
    fc.constantFrom(
      '@everyone',
      '](',
      '**',
      '`',
      '||',
      '\u200b',
      '\u202e',
      'troops',
      'عربي',
      '. ',
      ' ',
      '\\',
    ),
    {
      minLength: 1,
      maxLength: 200,
    },
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(
  hostileText,
  fc.string({ minLength: 1, maxLength: 400 }),
  fc.constant('x'.repeat(10_000)),
);

const source: fc.Arbitrary<Source> = fc.record({
  article: fc.string({ minLength: 1, maxLength: 150 }),
  title: fc.option(text),
  label: text,
  publisher: fc.option(text),
  published: fc.option(fc.constantFrom('2020-01-05', '2020-01-05T10:00:00Z', 'some day')),
  url: fc.option(
    fc.constantFrom('https://example.org/a_(b)', `https://example.org/${'x'.repeat(3000)}`, 'nonsense'),
  ),
});

const snippet: fc.Arbitrary<Snippet> = fc
  .record({
    text,
    marks: fc.option(fc.tuple(fc.nat(400), fc.nat(400))),
    source,
    first: fc.nat(9999),
    last: fc.nat(9999),
    paragraph: fc.nat(999),
    score: fc.constant(1),
    alsoIn: fc.array(source, { maxLength: 5 }),
  })
  .map(({ marks, ...rest }) => {
    const ends = marks
      ?.map((mark) => Math.min(mark, rest.text.length))
      .toSorted((left, right) => left - right);
    const [start, end] = ends ?? [];
    return {
      ...rest,
      highlight: start === undefined || end === undefined || start === end ? null : [start, end],
    };
  });

const reading = fc.record({
  wanted: text,
  terms: fc.constant([]),
  matched: fc.constant([]),
  followsUp: fc.option(fc.string({ minLength: 1, maxLength: 400 })),
});

const distinct = (minLength: number) =>
  fc.uniqueArray(snippet, {
    minLength,
    maxLength: 7,
    selector: ({ source: { article }, first, last }) => `${article} ${first} ${last}`,
  });

/** Answers as nasty as they come. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  question: fc.string({ minLength: 1, maxLength: 400 }),
  answered: fc.constant(true as const),
  snippets: distinct(1),
  figures: fc.array(
    fc.record({ value: text.map((value) => value.slice(0, 40)), snippets: fc.constant([0]) }),
    {
      maxLength: 4,
    },
  ),
  confidence: fc.constant(0.5),
  reading,
});

export const anyNoAnswer: fc.Arbitrary<NoAnswer> = fc.record({
  question: fc.string({ minLength: 1, maxLength: 400 }),
  answered: fc.constant(false as const),
  reason: fc.string({ maxLength: 200 }),
  related: distinct(0),
  confidence: fc.constant(0.1),
  reading,
});

/** A source and a quote of it with nothing unusual about them. */
export function aSnippet(parts: Partial<Snippet> = {}, about: Partial<Source> = {}): Snippet {
  return {
    text: 'There are more than 5,000 U.S. soldiers in Iraq.',
    highlight: [10, 25],
    source: {
      article: 'axios',
      title: 'Parliament votes',
      label: 'Parliament votes',
      publisher: 'Axios',
      published: '2020-01-05',
      url: 'https://example.org/vote',
      ...about,
    },
    first: 3,
    last: 3,
    paragraph: 2,
    score: 1,
    alsoIn: [],
    ...parts,
  };
}

export function anAnswer(parts: Partial<Answer> = {}): Answer {
  return {
    question: 'How many troops are in Iraq?',
    answered: true,
    snippets: [aSnippet()],
    figures: [],
    confidence: 0.9,
    reading: { wanted: 'a count', terms: ['troops'], matched: ['troops'], followsUp: null },
    ...parts,
  };
}
