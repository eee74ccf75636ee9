import { describe, expect, it } from 'vitest';
import type { AnswerType } from '../../../src/answer/question/answer-type.js';
import { FEATURE_NAMES } from '../../../src/answer/ranking/features/index.js';
import { rankAmong, rankCandidates, rankSentences } from '../../../src/answer/ranking/rank.js';
import weights from '../../../src/answer/ranking/weights.json' with { type: 'json' };
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { articleOf, candidatesOf, rankedOf, rankedSentence, wanting } from '../fixtures.js';

const article = articleOf({}, [
  'It rained on Sunday.',
  'Some 5,200 U.S. troops are in Iraq.',
  'The troops sang in Iraq.',
  'The troops of Iran sang.',
]);

describe('the ranking', () => {
  it('puts the sentence first that answers', async () => {
    const [first] = await rankSentences(await buildArchive([article]), 'How many troops are in Iraq?');
    expect(first?.sentence.text).toBe('Some 5,200 U.S. troops are in Iraq.');
  });

  it('goes by score', () => {
    const scores = rankedOf('troops in Iraq', article).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('shows the features that it goes by', () => {
    const [first] = rankedOf('troops in Iraq', article);
    expect(first?.features).toHaveLength(FEATURE_NAMES.length);
  });

  it('does not depend on the order in which equal sentences come', () => {
    const twins = ['b', 'a', 'c'].flatMap((id) =>
      candidatesOf('troops', articleOf({ id }, ['Troops left.'])),
    );
    const order = (candidates: typeof twins) => rankCandidates(candidates).map((item) => item.article.id);
    expect(order(twins)).toEqual(['a', 'b', 'c']);
    expect(order(twins.toReversed())).toEqual(['a', 'b', 'c']);
  });

  it('can be asked of given sentences only', async () => {
    const among = article.sentences.slice(2).map((sentence) => ({ article, sentence }));
    const ranked = await rankAmong(await buildArchive([article]), 'troops in Iraq', among);
    expect(ranked.map(({ sentence }) => sentence.number)).toEqual([2, 3]);
  });

  it('knows no article that was printed after the day of the question', async () => {
    const printed = ['2020-01-04', '2020-01-06'].map((published) => ({
      ...articleOf({ id: published }, ['Troops left.']),
      published,
    }));
    const ranked = await rankSentences(await buildArchive(printed), 'did troops leave', '2020-01-05');
    expect(ranked.map(({ article: { id } }) => id)).toEqual(['2020-01-04']);
  });

  it('has learned weights of its features only', () => {
    expect(Object.keys(weights).filter((name) => !FEATURE_NAMES.some((known) => known === name))).toEqual([]);
  });
});

describe('the spans of a ranked sentence that may answer', () => {
  const spansOf = (question: string, type: AnswerType, text: string): string[] => {
    const { analysed, spans } = rankedSentence(wanting(question, type), articleOf({}, [text]), 0);
    return spans.map(({ start, end }) => analysed.text.slice(start, end));
  };

  it('are those of the wanted type', () => {
    const text = 'On Sunday, 52 lawmakers of Iraq voted.';
    expect(spansOf('how many voted', 'count', text)).toEqual(['52']);
    expect(spansOf('when did they vote', 'date', text)).toEqual(['Sunday']);
  });

  it('are not the words of the question', () => {
    expect(spansOf('who was with Ann Lee', 'person', 'Ann Lee met John Smith.')).toEqual(['John Smith']);
  });

  it('are not somebody whose surname is asked with', () => {
    expect(spansOf('who replaced Tuchel', 'person', 'Thomas Tuchel was replaced by Julian Nagel.')).toEqual([
      'Julian Nagel',
    ]);
  });

  it('are not a place or a group of which most words are asked with', () => {
    expect(spansOf('where in New York was it', 'place', 'It was in New York, near Brooklyn.')).toEqual([
      'Brooklyn',
    ]);
  });

  it('are still those that share the lesser part of their words with the question', () => {
    expect(spansOf('which board banned it', 'organisation', 'The Iraqi Football Board banned it.')).toEqual([
      'Iraqi Football Board',
    ]);
  });

  it('are none where something is asked for that any noun may name', () => {
    expect(spansOf('what did they build', 'thing', 'They built a bridge.')).toEqual([]);
  });
});
