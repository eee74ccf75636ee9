import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyValues, type ValueWeights } from '../../../src/answer/extraction/values.js';
import { ANSWER_TYPES } from '../../../src/answer/question/answer-type.js';
import type { Question } from '../../../src/answer/question/question.js';
import { markValues } from '../../../src/answer/quotes/mark-values.js';
import { selectQuotes } from '../../../src/answer/quotes/select.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { articleOf, rankedOf, wanting } from '../fixtures.js';

const HOW_MANY = wanting('how many troops left', 'count');
const WHEN = wanting('when did parliament vote', 'date');
/** Weights by which every value is sure to answer, or none is. */
const SURE: ValueWeights = { always: 5 };
const UNSURE: ValueWeights = { always: -5 };

/** What is shown of articles: up to three quotes, and the values in them. */
function mark(
  question: Question,
  articles: readonly ArchivedArticle[],
  { weights = SURE, threshold = 0.5, top = 3 } = {},
) {
  const ranked = rankedOf(question, ...articles);
  return markValues(selectQuotes(ranked, top, 0), likelyValues(ranked, weights), threshold);
}

/** Articles of one sentence each. */
const saying = (...sentences: readonly string[]): ArchivedArticle[] =>
  sentences.map((text, at) => articleOf({ id: `article ${at}` }, [text]));

const bolds = ({ snippets }: ReturnType<typeof mark>): (string | null)[] =>
  snippets.map(({ text, highlight }) => highlight && text.slice(...highlight));

describe('a value that is sure enough', () => {
  const shown = mark(HOW_MANY, saying('Then 5,200 troops left.'));

  it('is in bold where a quote says it', () => {
    expect(bolds(shown)).toEqual(['5,200']);
  });

  it('is listed as it is printed, with its place in the quote', () => {
    expect(shown.values).toMatchObject([
      { value: '5,200', canonical: '5200', type: 'count', mentions: [{ snippet: 0, start: 5, end: 10 }] },
    ]);
  });

  it('has the chance that it answers', () => {
    expect(shown.values[0]?.probability).toBeCloseTo(0.9933, 4);
  });
});

describe('a value that is not', () => {
  it('is neither in bold nor listed', () => {
    const shown = mark(HOW_MANY, saying('Then 5,200 troops left.'), { weights: UNSURE });
    expect(bolds(shown)).toEqual([null]);
    expect(shown.values).toEqual([]);
  });

  it('is told by the threshold', () => {
    const shownFrom = (threshold: number) =>
      mark(HOW_MANY, saying('Then 5,200 troops left.'), { threshold }).values.length;
    expect([0.99, 0.9934].map(shownFrom)).toEqual([1, 0]);
  });
});

describe('the values of several sources', () => {
  it('stand side by side where they differ', () => {
    const { values } = mark(HOW_MANY, saying('More than 5,000 troops left.', 'Then 5,200 troops left.'));
    expect(values.map(({ value }) => value).sort()).toEqual(['5,200', 'More than 5,000']);
  });

  it('are one where they agree, with a place in each quote', () => {
    const shown = mark(HOW_MANY, saying('Twenty troops left by night.', 'Later 20 troops left.'));
    expect(shown.values).toHaveLength(1);
    expect(shown.values[0]?.mentions.map(({ snippet }) => snippet)).toEqual([0, 1]);
    expect(bolds(shown).sort()).toEqual(['20', 'Twenty']);
  });

  it('are one where different words mean one day, and two where the same words mean two', () => {
    const printed = (published: string, text: string) => ({
      ...articleOf({ id: published }, [text]),
      published,
    });
    const { values } = mark(WHEN, [
      printed('2020-01-05', 'Parliament voted on Sunday.'),
      printed('2020-01-07', 'Parliament did vote, on January 5.'),
      printed('2020-03-09', 'Parliament voted on Sunday for hours.'),
    ]);
    const places = values.map(({ day, mentions }) => [day, mentions.length]).sort();
    expect(places).toEqual([
      ['2020-01-05', 2],
      ['2020-03-08', 1],
    ]);
  });

  it('are none that no quote says', () => {
    const articles = saying('Then 52 troops left.', 'Then 300 troops left.');
    const { snippets, values } = mark(HOW_MANY, articles, { top: 1 });
    expect(values).toHaveLength(1);
    expect(snippets[0]?.text).toContain(values[0]?.value);
  });

  it('are at most four', () => {
    const shown = mark(HOW_MANY, saying('They left, 21 or 22 or 23 or 24 or 25 or 26 troops.'));
    expect(shown.values).toHaveLength(4);
  });

  it('are in bold once a quote: the likeliest of those that it says', () => {
    const weights = { always: 1, countsFocus: 3 };
    const shown = mark(HOW_MANY, saying('In 30 hours 52 troops left.'), { weights });
    expect(bolds(shown)).toEqual(['52']);
  });
});

describe('the day of a value', () => {
  it('is the day that a date means', () => {
    const article = { ...articleOf({}, ['Parliament voted on Friday.']), published: '2020-01-05' };
    expect(mark(WHEN, [article]).values[0]?.day).toBe('2020-01-03');
  });

  it('is none for a date that means more than a day', () => {
    const article = { ...articleOf({}, ['Parliament voted in 2019.']), published: '2020-01-05' };
    expect(mark(WHEN, [article]).values[0]).toMatchObject({ value: '2019', day: null });
  });

  it('is else the day on which it was said', () => {
    const article = { ...articleOf({}, ['Then 52 troops left.']), published: '2020-01-05T10:00:00Z' };
    expect(mark(HOW_MANY, [article]).values[0]?.day).toBe('2020-01-05');
  });

  it('is the day that the article came in, where it does not say its own', () => {
    const article = { ...articleOf({}, ['Then 52 troops left.']), added: '2020-01-06T10:00:00Z' };
    expect(mark(HOW_MANY, [article]).values[0]?.day).toBe('2020-01-06');
  });

  it('is not known without either', () => {
    expect(mark(HOW_MANY, saying('Then 52 troops left.')).values[0]?.day).toBeNull();
  });
});

describe('any values', () => {
  const word = fc.constantFrom(
    'Troops',
    'left',
    'Iraq',
    '5,200',
    'twenty',
    '“No”',
    'Sunday',
    'John Smith',
    '🙂',
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => `${words.join(' ')}.`);
  const article = fc
    .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((paragraphs) => articleOf({}, ...paragraphs));

  it('stand in the quotes where their places say', () => {
    fc.assert(
      fc.property(article, fc.constantFrom(...ANSWER_TYPES), (given, type) => {
        const { snippets, values } = mark(wanting('how many troops left Iraq', type), [given]);
        const sentences = given.sentences.map(({ text }) => text);
        for (const { value, mentions } of values) {
          const words = mentions.map(({ snippet, start, end }) => snippets[snippet]?.text.slice(start, end));
          expect(words[0]).toBe(value);
          for (const said of words) {
            expect(said).toMatch(/[\p{L}\p{N}]/u);
            expect(sentences.some((text) => text.includes(said ?? '\0'))).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are never in bold without being listed', () => {
    fc.assert(
      fc.property(article, fc.constantFrom(...ANSWER_TYPES), (given, type) => {
        const { snippets, values } = mark(wanting('how many troops left Iraq', type), [given]);
        const places = values.flatMap(({ mentions }) => mentions);
        for (const [snippet, { highlight }] of snippets.entries()) {
          if (highlight === null) continue;
          expect(places).toContainEqual({ snippet, start: highlight[0], end: highlight[1] });
        }
      }),
      { numRuns: 100 },
    );
  });
});
