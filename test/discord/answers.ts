import fc from 'fast-check';
import type { Answer, AnswerValue, NoAnswer, Snippet, Source } from '../../src/answer/answer.js';
import { ANSWER_TYPES } from '../../src/answer/question/answer-type.js';

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

const value: fc.Arbitrary<AnswerValue> = fc.record({
  value: text.map((words) => words.slice(0, 40)),
  canonical: fc.string({ maxLength: 20 }),
  type: fc.constantFrom(...ANSWER_TYPES),
  probability: fc.constant(0.9),
  mentions: fc.constant([{ snippet: 0, start: 0, end: 1 }]),
  day: fc.option(fc.constantFrom('2020-01-05', '2020-01-06', '2020-01-07')),
});

const NOTHING_CONSIDERED = { answerable: 0.5, values: [] };

/** Answers as nasty as they come. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  question: fc.string({ minLength: 1, maxLength: 400 }),
  answered: fc.constant(true as const),
  verdict: fc.constant('answer' as const),
  snippets: distinct(1),
  values: fc.array(value, { maxLength: 4 }),
  confidence: fc.constant(0.5),
  reading,
  considered: fc.constant(NOTHING_CONSIDERED),
});

export const anyNoAnswer: fc.Arbitrary<NoAnswer> = fc.record({
  question: fc.string({ minLength: 1, maxLength: 400 }),
  answered: fc.constant(false as const),
  verdict: fc.constantFrom('maybe' as const, 'none' as const),
  reason: fc.string({ maxLength: 200 }),
  related: distinct(0),
  confidence: fc.constant(0.1),
  reading,
  considered: fc.constant(NOTHING_CONSIDERED),
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
    verdict: 'answer',
    snippets: [aSnippet()],
    values: [],
    confidence: 0.9,
    reading: { wanted: 'a count', terms: ['troops'], matched: ['troops'], followsUp: null },
    considered: NOTHING_CONSIDERED,
    ...parts,
  };
}

/** An answer whose quote repeats the question. */
export function anAnswerTo(question: string): Answer {
  const start = question.length + 11;
  const text = `${question} There are more than 5,000 U.S. soldiers in Iraq.`;
  return anAnswer({ question, snippets: [aSnippet({ text, highlight: [start, start + 15] })] });
}

export function aNoAnswer(parts: Partial<NoAnswer> = {}): NoAnswer {
  return {
    question: 'Who counts the troops in Iraq?',
    answered: false,
    verdict: 'none',
    reason: 'No sentence names anybody.',
    related: [aSnippet()],
    confidence: 0.1,
    reading: { wanted: 'a person', terms: ['troops'], matched: ['troops'], followsUp: null },
    considered: NOTHING_CONSIDERED,
    ...parts,
  };
}

/** A value of an answer, said at the start of its snippet. */
export function aValue(parts: Partial<AnswerValue> = {}, snippets: readonly number[] = [0]): AnswerValue {
  const { value = 'more than 5,000' } = parts;
  return {
    value,
    canonical: value,
    type: 'count',
    probability: 0.9,
    mentions: snippets.map((snippet) => ({ snippet, start: 0, end: value.length })),
    day: null,
    ...parts,
  };
}
