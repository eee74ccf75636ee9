import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../src/answer/rank.js';
import { selectSnippets } from '../../src/answer/select.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { articleOf, candidatesOf } from './fixtures.js';

const LONG = ' on Sunday, after a long debate about the killing of a general at the Baghdad airport';

function select(question: string, articles: readonly ArchivedArticle[], top = 3) {
  return selectSnippets(rankCandidates(articles.flatMap((article) => candidatesOf(question, article))), top);
}

function sources(question: string, articles: readonly ArchivedArticle[], top = 3): string[] {
  return select(question, articles, top).map(({ source }) => source.article);
}

describe('the snippets of an answer', () => {
  it('come from different articles where those answer too', () => {
    const first = articleOf({ id: 'first' }, ['Parliament voted.'], ['Parliament voted twice.']);
    const second = articleOf({ id: 'second' }, ['On Sunday the parliament of Iraq voted.']);
    const third = articleOf({ id: 'third' }, ['A parliament voted for the bill.']);
    expect(sources('parliament voted', [first, second, third]).sort()).toEqual(['first', 'second', 'third']);
  });

  it('come from one article where no other answers', () => {
    const only = articleOf(
      { id: 'only' },
      ['Parliament voted.'],
      ...['It was late.', 'It rained.', 'Roads were shut.', 'Markets fell.'].map((sentence) => [sentence]),
      ['Parliament voted again.'],
    );
    expect(sources('parliament voted', [only])).toContain('only');
    expect(select('parliament voted', [only]).length).toBeGreaterThan(1);
  });

  it('begin with two good sentences side by side rather than with one that is a little better', () => {
    const alone = articleOf({ id: 'alone' }, ['In Iraq the parliament voted.'], ['It rained.']);
    const beside = articleOf({ id: 'beside' }, [
      'In Iraq the parliament voted on Sunday.',
      'The parliament of Iraq voted for the bill.',
    ]);
    expect(sources('parliament of Iraq voted', [alone, beside], 1)).toEqual(['beside']);
  });

  it('begin with a figure that is asked for rather than with sentences side by side that have none', () => {
    const question = 'How many seats does the parliament of Iraq have?';
    const ranked = [
      articleOf({ id: 'talk' }, [
        'The parliament of Iraq, where Shiites hold the seats, met late.',
        'Seats in the parliament of Iraq stayed empty.',
      ]),
      articleOf({ id: 'figure' }, ['The parliament of Iraq has 329 seats.']),
    ].flatMap((article) =>
      rankCandidates(candidatesOf(question, article)).map((one) => ({ ...one, score: 1 })),
    );
    expect(selectSnippets(ranked, 1).map(({ source }) => source.article)).toEqual(['figure']);
  });

  it('go on with what the first has not said rather than with the same in other words', () => {
    const question = 'Whom did the parliament of Iraq elect on Sunday?';
    const ranked = [
      ['first', 'The parliament of Iraq on Sunday elected Barham Salih late at night.'],
      ['same', 'On Sunday the parliament of Iraq elected Barham Salih.'],
      ['other', 'On Sunday the parliament of Iraq elected Fuad Hussein.'],
    ].flatMap(([id = '', text = ''], rank) =>
      rankCandidates(candidatesOf(question, articleOf({ id }, [text]))).map((one) => ({
        ...one,
        score: -rank,
      })),
    );
    expect(selectSnippets(ranked, 2).map(({ source }) => source.article)).toEqual(['first', 'other']);
  });

  it('are at most as many as asked for', () => {
    const articles = ['a', 'b', 'c', 'd'].map((id, count) =>
      articleOf({ id }, [`Parliament voted ${count + 2} times.`]),
    );
    expect(select('parliament voted', articles, 1)).toHaveLength(1);
    expect(select('parliament voted', articles, 4)).toHaveLength(4);
  });

  it('never overlap', () => {
    const article = articleOf({}, ['The president left.', 'He said troops would stay.', 'He said it twice.']);
    const taken = select('what did the president say about troops', [article]).flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
    );
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('are none for want of candidates', () => {
    expect(selectSnippets([], 3)).toEqual([]);
  });
});

describe('words that two articles print', () => {
  it('are shown once, naming both', () => {
    const [left, right] = ['left', 'right'].map((id) => articleOf({ id }, [`Parliament voted${LONG}.`]));
    const [only, ...others] = select(
      'parliament voted',
      [left, right].filter((one) => one !== undefined),
    );
    expect(others).toEqual([]);
    expect(only?.alsoIn.map(({ article }) => article)).toEqual(['right']);
  });

  it('name both though only one quote is asked for', () => {
    const articles = ['left', 'right'].map((id) => articleOf({ id }, [`Parliament voted${LONG}.`]));
    const [only] = select('parliament voted', articles, 1);
    expect(only?.alsoIn.map(({ article }) => article)).toEqual(['right']);
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

  it('within one article name no other source', () => {
    const twice = articleOf({}, [`Parliament voted${LONG}.`], [`Parliament voted${LONG}.`]);
    const [first] = select('parliament voted', [twice]);
    expect(first?.alsoIn).toEqual([]);
  });
});
