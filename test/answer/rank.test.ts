import { describe, expect, it } from 'vitest';
import { FEATURE_NAMES } from '../../src/answer/features/index.js';
import { rankAmong, rankCandidates, rankSentences } from '../../src/answer/rank.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { articleOf, candidatesOf } from './fixtures.js';

describe('the ranking', () => {
  const article = articleOf({}, [
    'It rained on Sunday.',
    'Some 5,200 U.S. troops are in Iraq.',
    'The troops sang in Iraq.',
    'The troops of Iran sang.',
  ]);

  it('puts the sentence first that answers', async () => {
    const archive = await buildArchive([article]);
    const [first] = await rankSentences(archive, 'How many troops are in Iraq?');
    expect(first?.sentence.text).toBe('Some 5,200 U.S. troops are in Iraq.');
  });

  it('goes by score', () => {
    const scores = rankCandidates(candidatesOf('troops in Iraq', article)).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('shows the features that it goes by', () => {
    const [first] = rankCandidates(candidatesOf('troops in Iraq', article));
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
    const archive = await buildArchive([article]);
    const among = article.sentences.slice(2).map((sentence) => ({ article, sentence }));
    const ranked = await rankAmong(archive, 'troops in Iraq', among);
    expect(ranked.map(({ sentence }) => sentence.number)).toEqual([2, 3]);
  });
});
