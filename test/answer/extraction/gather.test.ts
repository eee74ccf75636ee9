import { describe, expect, it } from 'vitest';
import { gatherMentions, SENTENCES_SEARCHED, supportOf } from '../../../src/answer/extraction/gather.js';
import type { Mention } from '../../../src/answer/extraction/mention.js';
import { articleOf, rankedOf, wanting } from '../fixtures.js';

const wordsOf = ({ sentence, span }: Mention): string => sentence.analysed.text.slice(span.start, span.end);

/** Articles of one sentence each. */
const articlesOf = (...sentences: readonly string[]) =>
  sentences.map((text, number) => articleOf({ id: `article ${number}` }, [text]));

const HOW_MANY = wanting('how many troops left', 'count');

describe('the values that are gathered', () => {
  it('are those of the wanted type, each where it is said', () => {
    const ranked = rankedOf(
      HOW_MANY,
      ...articlesOf('On Sunday, 52 troops left.', 'Troops left, 300 of them.'),
    );
    const mentions = gatherMentions(ranked);
    expect(mentions.map(wordsOf).sort()).toEqual(['300', '52']);
    for (const { sentence, rank } of mentions) expect(ranked[rank]).toBe(sentence);
  });

  it('come from the best sentences only', () => {
    const sentences = Array.from(
      { length: SENTENCES_SEARCHED + 3 },
      (_, at) => `Some ${50 + at} troops left.`,
    );
    const ranked = rankedOf(HOW_MANY, ...articlesOf(...sentences));
    const searched = new Set(gatherMentions(ranked).map(({ sentence }) => sentence));
    expect([...searched]).toEqual(ranked.slice(0, SENTENCES_SEARCHED));
  });

  it('are of a second type where that is likely, too', () => {
    const text = 'In Baghdad the minister met John Smith.';
    const typesFor = (question: Parameters<typeof rankedOf>[0]) =>
      new Set(gatherMentions(rankedOf(question, articleOf({}, [text]))).map(({ type }) => type));
    expect(typesFor(wanting('who or where', 'person', 'place'))).toEqual(new Set(['person', 'place']));
    expect(typesFor(wanting('who or where', 'person'))).toEqual(new Set(['person']));
  });

  it('are not the words of the question', () => {
    const question = wanting('who did John Smith meet', 'person');
    const mentions = gatherMentions(rankedOf(question, articleOf({}, ['John Smith met Ann Lee.'])));
    expect(mentions.map(wordsOf)).toEqual(['Ann Lee']);
  });

  it('are none where a whole clause is wanted', () => {
    const question = wanting('why did troops leave', 'reason');
    expect(gatherMentions(rankedOf(question, articleOf({}, ['Some 52 troops left on Sunday.'])))).toEqual([]);
  });

  it('are none where nothing was found', () => {
    expect(gatherMentions([])).toEqual([]);
  });

  it('mean a day by the article that says it', () => {
    const question = wanting('when did parliament vote', 'date');
    const canonicalIn = (published: string | null, added: string | null = null) => {
      const article = { ...articleOf({}, ['Parliament voted on Sunday.']), published, added };
      return gatherMentions(rankedOf(question, article)).map(({ canonical }) => canonical);
    };
    expect(canonicalIn('2020-01-06')).toEqual(['2020-01-05']);
    expect(canonicalIn('2020-03-09')).toEqual(['2020-03-08']);
    expect(canonicalIn(null, '2020-01-06T10:00:00Z')).toEqual(['2020-01-05']);
  });
});

describe('the share of a sentence', () => {
  it('is greater the better it ranks', () => {
    const sentences = ['Some 52 troops left.', 'Some 53 troops sang.', 'It was 54.'];
    const mentions = gatherMentions(rankedOf(HOW_MANY, ...articlesOf(...sentences)));
    const shares = [...mentions].sort((a, b) => a.rank - b.rank).map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
});

describe('the support of a value', () => {
  const supportIn = (...sentences: readonly string[]) =>
    supportOf(gatherMentions(rankedOf(HOW_MANY, ...articlesOf(...sentences))));

  it('counts the articles that give it, in whatever form', () => {
    const support = supportIn('Twenty troops left.', 'Some 20 troops left.', 'Then 52 troops left.');
    expect(support.get('20')?.articles).toBe(2);
    expect(support.get('52')?.articles).toBe(1);
  });

  it('is the sum of the shares of its sentences', () => {
    const support = supportIn('Twenty troops left.', 'Then 20 troops left.', 'Then 52 troops left.');
    expect(support.get('20')?.share).toBeGreaterThan(support.get('52')?.share ?? 1);
  });

  it('counts a sentence once that says it twice', () => {
    const once = supportIn('Some 20 troops left.').get('20');
    expect(supportIn('Some 20 troops left, all 20.').get('20')).toEqual(once);
  });

  it('is set against that of all values', () => {
    const support = supportIn('Some 20 troops left.', 'Some 30 troops left.', 'Only 40 troops left.');
    const agreements = [...support.values()].map(({ agreement }) => agreement);
    expect(agreements).toHaveLength(3);
    expect(agreements.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
  });

  it('is nothing without values', () => {
    expect(supportOf([]).size).toBe(0);
  });
});
