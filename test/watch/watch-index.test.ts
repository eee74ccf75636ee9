import { beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { ABOUT, chanceAbout } from '../../src/watch/aboutness.js';
import { WatchIndex } from '../../src/watch/watch-index.js';
import { anArticle } from '../archive/fixtures.js';

const strike = anArticle({
  id: 'strike',
  title: 'Rail strike halts trains across the north',
  published: '2026-03-09T08:00:00Z',
  paragraphs: [
    'A rail strike halted nearly all trains in the north on Monday, as 4,000 drivers walked out over pay.',
    'The union said the rail strike would last three days. It is the second strike on the railway this year.',
  ],
});
const nextDay = anArticle({
  id: 'next-day',
  title: 'Rail strike in the north enters second day',
  published: '2026-03-10T08:00:00Z',
  paragraphs: [
    'The rail strike of 4,000 drivers in the north went into its second day on Tuesday, with hardly any trains.',
    'The union rejected a new offer on pay and said drivers would stay out.',
  ],
});
const festival = anArticle({
  id: 'festival',
  title: 'Thousands come to harbour festival in spite of rain',
  published: '2026-03-09T09:00:00Z',
  paragraphs: [
    'Thousands of visitors came to the harbour festival at the weekend in spite of heavy rain.',
    'There were boats, music and food from forty countries, and the mayor opened the new quay.',
    'Some came late, as a rail strike had stopped their trains.',
  ],
});
const roundUp = anArticle({
  id: 'round-up',
  title: '5 things to know: rail strike, harbour festival, budget',
  published: '2026-03-09T10:00:00Z',
  paragraphs: ['A rail strike halts trains. The rail strike lasts three days. The rail strike is about pay.'],
});

let archive: Archive;
beforeAll(async () => {
  archive = await buildArchive([strike, nextDay, festival, roundUp]);
});

async function alerted(index: WatchIndex, article: ArchivedArticle): Promise<number[]> {
  return (await index.match(article, archive)).sort();
}

describe('a watch for words', () => {
  const index = new WatchIndex();
  index.addWords(1, 'rail strike');
  index.addWords(2, 'harbour');
  index.addWords(3, 'strikes in the north');

  test('hears of an article that is about them, in other forms of the words too', async () => {
    expect(await alerted(index, strike)).toEqual([1, 3]);
  });

  test('hears nothing of an article that only mentions them', async () => {
    expect(await alerted(index, festival)).toEqual([2]);
  });

  test('hears nothing of a round-up, which names everything', async () => {
    expect(await alerted(index, roundUp)).toEqual([]);
  });

  test('that was removed hears nothing', async () => {
    const other = new WatchIndex();
    other.addWords(1, 'rail strike');
    other.addWords(2, 'strike');
    other.remove(1);
    expect(await alerted(other, strike)).toEqual([2]);
  });
});

describe('a watch for a story', () => {
  test('hears of the article that goes on with it, and of no other', async () => {
    const index = new WatchIndex();
    await index.addStory(1, [strike], archive);
    expect(await alerted(index, nextDay)).toEqual([1]);
    expect(await alerted(index, festival)).toEqual([]);
  });

  test('follows where the story has gone', async () => {
    const index = new WatchIndex();
    await index.addStory(1, [festival], archive);
    expect(await alerted(index, nextDay)).toEqual([]);
    await index.growStory(1, strike, archive, 1 / 2);
    expect(await alerted(index, nextDay)).toEqual([1]);
  });
});

test.each(['', 'the of and', 'a b c d e f g h i j k l m n o p'.repeat(8)])(
  '“%s” cannot be watched for',
  (words) => {
    expect(() => new WatchIndex().addWords(1, words)).toThrow(expect.objectContaining({ name: 'UserError' }));
  },
);

test('no watch is passed over that a comparison with all of them would find', async () => {
  const words = [
    'rail',
    'strike',
    'drivers',
    'harbour festival',
    'boats and music',
    'union pay offer',
    'rain in the north',
  ];
  const index = new WatchIndex();
  for (const [at, each] of [...words, ...words.map((one) => `${one} trains`)].entries())
    index.addWords(at, each);
  for (const article of [strike, nextDay, festival]) {
    const all = await index.compare(article, archive, 0);
    for (const least of [0.05, 0.3, ABOUT, 0.9]) {
      const found = (await index.compare(article, archive, least)).map(({ watch }) => watch);
      const expected = all.filter(({ aboutness }) => chanceAbout(aboutness) >= least);
      expect(found).toEqual(expected.map(({ watch }) => watch));
    }
    expect(all.length).toBeGreaterThan(3);
  }
});
