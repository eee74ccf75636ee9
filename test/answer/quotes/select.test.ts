import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Quote, selectQuotes } from '../../../src/answer/quotes/select.js';
import { type RankedSentence, rankCandidates } from '../../../src/answer/ranking/rank.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { anyArticle, articleOf, candidatesOf, withoutSpace } from '../fixtures.js';

const LONG = ' on Sunday, after a long debate about the killing of a general at the Baghdad airport';
/** Everything that is likely enough at all. */
const ANY = 0;

function rank(question: string, articles: readonly ArchivedArticle[]): RankedSentence[] {
  return rankCandidates(articles.flatMap((article) => candidatesOf(question, article)));
}

/** Sentences, each alone in its article, with given scores. */
function scored(...sentences: readonly (readonly [id: string, text: string, score: number])[]) {
  return sentences.flatMap(([id, text, score]) =>
    rank('parliament voted', [articleOf({ id }, [text])]).map((one) => ({ ...one, score })),
  );
}

function select(question: string, articles: readonly ArchivedArticle[], top = 3): Quote[] {
  return selectQuotes(rank(question, articles), top, ANY);
}

const articlesOf = (quotes: readonly Quote[]): string[] =>
  quotes.map(({ snippet }) => snippet.source.article);

describe('the quotes of an answer', () => {
  it('begin with the likeliest', () => {
    const ranked = scored(['best', 'Parliament voted.', 4], ['other', 'The parliament did vote late.', 1]);
    expect(articlesOf(selectQuotes(ranked, 3, ANY))).toEqual(['best', 'other']);
  });

  it('come from different articles where those answer too', () => {
    const first = articleOf({ id: 'first' }, ['Parliament voted.'], ['Parliament voted twice.']);
    const second = articleOf({ id: 'second' }, ['On Sunday the parliament of Iraq voted.']);
    const third = articleOf({ id: 'third' }, ['A parliament voted for the bill.']);
    expect(articlesOf(select('parliament voted', [first, second, third])).sort()).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  it('come from one article where no other answers', () => {
    const only = articleOf(
      { id: 'only' },
      ['Parliament voted.'],
      ...['It was late.', 'It rained.', 'Roads were shut.', 'Markets fell.'].map((sentence) => [sentence]),
      ['Parliament voted again.'],
    );
    expect(articlesOf(select('parliament voted', [only], 2))).toEqual(['only', 'only']);
  });

  it('begin with two good sentences side by side rather than with one that is a little better', () => {
    const beside = articleOf({ id: 'beside' }, [
      'In Iraq the parliament voted on Sunday.',
      'The parliament of Iraq voted for the bill.',
    ]);
    const ranked = [
      ...scored(['alone', 'In Iraq the parliament voted.', 1.2]),
      ...rank('parliament voted', [beside]).map((one) => ({ ...one, score: 1 })),
    ];
    expect(articlesOf(selectQuotes(ranked, 1, ANY))).toEqual(['beside']);
  });

  it('are at most as many as asked for', () => {
    const articles = ['a', 'b', 'c', 'd'].map((id, count) =>
      articleOf({ id }, [`Parliament voted ${count + 2} times.`]),
    );
    expect(select('parliament voted', articles, 1)).toHaveLength(1);
    expect(select('parliament voted', articles, 4)).toHaveLength(4);
  });

  it('are none for want of candidates', () => {
    expect(selectQuotes([], 3, ANY)).toEqual([]);
  });
});

describe('a quote after the first', () => {
  const ranked = scored(['sure', 'Parliament voted.', 9], ['unlikely', 'The parliament met late.', 1]);

  it('is left out where it is much less likely to answer', () => {
    expect(articlesOf(selectQuotes(ranked, 3, 0.1))).toEqual(['sure']);
  });

  it('is there where it may be as unlikely', () => {
    expect(articlesOf(selectQuotes(ranked, 3, ANY))).toEqual(['sure', 'unlikely']);
  });
});

describe('words that two articles print', () => {
  const sameIn = (...ids: readonly string[]): ArchivedArticle[] =>
    ids.map((id) => articleOf({ id }, [`Parliament voted${LONG}.`]));

  it('are shown once, naming both', () => {
    const [only, ...others] = select('parliament voted', sameIn('left', 'right'));
    expect(others).toEqual([]);
    expect(only?.snippet.alsoIn.map(({ article }) => article)).toEqual(['right']);
  });

  it('name both though only one quote is asked for', () => {
    const [only] = select('parliament voted', sameIn('left', 'right'), 1);
    expect(only?.snippet.alsoIn.map(({ article }) => article)).toEqual(['right']);
  });

  it('are the same with a word more or less', () => {
    const left = articleOf({ id: 'left' }, [`Parliament voted${LONG}.`]);
    const right = articleOf({ id: 'right' }, [`Parliament finally voted${LONG}.`]);
    expect(select('parliament voted', [left, right])).toHaveLength(1);
  });

  it.each([
    ['There are 5,000 troops', 'There are 5,200 troops'],
    ['There are dozens of troops', 'There are hundreds of troops'],
    ['The vote on the troops is binding', 'The vote on the troops is not binding'],
  ])('are not the same where they say another thing: “%s” and “%s”', (one, other) => {
    const left = articleOf({ id: 'left' }, [`${one}${LONG}.`]);
    const right = articleOf({ id: 'right' }, [`${other}${LONG}.`]);
    expect(select('troops', [left, right])).toHaveLength(2);
  });

  it('are no more than certain, though the article that they are in says it twice', () => {
    const twice = articleOf({ id: 'twice' }, ['Parliament.'], ['Parliament.']);
    const [first] = select('what did Smith say', [twice, articleOf({ id: 'once' }, ['Parliament.'])]);
    expect(first?.chance).toBe(1);
  });

  it('within one article name no other source', () => {
    const twice = articleOf({}, [`Parliament voted${LONG}.`], [`Parliament voted${LONG}.`]);
    const [first] = select('parliament voted', [twice]);
    expect(first?.snippet.alsoIn).toEqual([]);
  });
});

describe('the quotes of any articles', () => {
  const anyQuestion = fc.constantFrom('what did Smith say', 'troops voted', 'who said it');
  const selected = fc
    .tuple(anyQuestion, fc.array(anyArticle, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 5 }))
    .map(([question, given, top]) => {
      const articles = given.map((article, number) => ({ ...article, id: `article ${number}` }));
      return { articles, quotes: select(question, articles, top) };
    });

  it('are words of theirs, white space aside', () => {
    fc.assert(
      fc.property(selected, ({ articles, quotes }) => {
        for (const { snippet } of quotes) {
          const article = articles.find(({ id }) => id === snippet.source.article);
          const words = (article?.paragraphs ?? []).map(({ text }) => text).join('');
          expect(withoutSpace(words)).toContain(withoutSpace(snippet.text));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never overlap, and are each as likely as something can be', () => {
    fc.assert(
      fc.property(selected, ({ quotes }) => {
        const taken = quotes.flatMap(({ snippet: { first, last, source } }) =>
          Array.from({ length: last - first + 1 }, (_, offset) => `${source.article} ${first + offset}`),
        );
        expect(new Set(taken).size).toBe(taken.length);
        for (const { chance } of quotes) expect(chance > 0 && chance <= 1 + 1e-9).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('hold the sentence that they are made around', () => {
    fc.assert(
      fc.property(selected, ({ quotes }) => {
        for (const { snippet, sentence } of quotes) {
          const { number } = sentence.sentence;
          expect(snippet.first <= number && number <= snippet.last).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
