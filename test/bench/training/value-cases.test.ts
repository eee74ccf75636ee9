import { beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../../bench/progress.js';
import { membersValues, newsValues, type ValueList } from '../../../bench/training/value-cases.js';
import type { Archive } from '../../../src/archive/archive.js';
import { asking, floodArchive, near } from './flood.js';

let archive: Archive;
beforeAll(async () => {
  archive = await floodArchive();
}, 60_000);

/** What a list takes for right and for wrong, each value once. */
function judged(list: ValueList | undefined): { right: string[]; wrong: string[] } {
  const of = (right: boolean) => [
    ...new Set(list?.mentions.filter((mention) => mention.right === right).map(({ canonical }) => canonical)),
  ];
  return { right: of(true), wrong: of(false).sort() };
}

describe('the values of a member’s question', () => {
  it('are right where they match, and have their evidence', async () => {
    const [list] = await membersValues([asking('how many people left their homes')], archive, silentProgress);
    expect(judged(list).right).toEqual(['4200']);
    expect(list?.group).toBe('members flood');
    for (const { evidence } of list?.mentions ?? []) expect(new Map(evidence).get('always')).toBe(1);
  });

  it('are all wrong where nothing answers', async () => {
    const [list] = await membersValues([near('how many people left Oakridge')], archive, silentProgress);
    expect(judged(list).right).toEqual([]);
    expect(judged(list).wrong).toContain('4200');
  });

  it('are left out where no short answer is wanted', async () => {
    const why = asking('why did people leave their homes', { value: [] });
    expect(await membersValues([why], archive, silentProgress)).toEqual([]);
  });
});

it('the values of a news question are right that hold one of its answers', async () => {
  const question = {
    id: 'q',
    question: 'How many workers went home?',
    asked: '2022-05-10',
    answers: ['900'],
    articles: [],
  };
  const [list] = await newsValues([question], archive, silentProgress);
  expect(list).toMatchObject({ set: 'news', group: 'news q' });
  expect(judged(list).right).toEqual(['900']);
});
