import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { lookUpSource } from '../../src/archive/source-lookup.js';
import { articlesMentioning } from '../../src/archive/text-lookup.js';
import { anArticle } from './fixtures.js';

let archive: Archive;

beforeAll(async () => {
  archive = await buildArchive([
    anArticle({
      id: 'vote',
      title: 'Lawmakers want troops to leave',
      published: '2020-01-05',
      paragraphs: [
        'Parliament met on Sunday.',
        'It was angry. A drone had killed General Soleimani in Baghdad.',
      ],
    }),
    anArticle({
      id: 'funeral',
      title: 'Mourners fill the streets of Kerman',
      published: '2020-01-07',
      paragraphs: [
        'Soleimani was buried late.',
        'Dozens died in the crush in Kerman, where Soleimani was born.',
      ],
    }),
    anArticle({
      id: 'suleiman',
      title: 'Suleiman the Magnificent on show',
      published: '2019-05-01',
      paragraphs: ['The exhibition opens in Vienna.'],
      captions: ['Visitors look at a portrait of the sultan in Vienna on Friday.'],
    }),
    anArticle({
      id: 'named',
      title: 'Who was Soleimani?',
      published: '2020-01-03',
      paragraphs: ['The general led a force abroad.'],
    }),
  ]);
});

async function ids(words: string, limit?: number): Promise<string[]> {
  const { best, alternatives } = await lookUpSource(archive, words, limit);
  return [...(best === null ? [] : [best]), ...alternatives].map(({ id }) => id);
}

describe('a source is looked up', () => {
  it('by its title first, then by its text', async () => {
    expect((await ids('soleimani')).slice(0, 3)).toEqual(['named', 'funeral', 'vote']);
    expect(await lookUpSource(archive, 'soleimani')).not.toHaveProperty('mention');
  });

  it('by its text alone, with the sentence that has the words', async () => {
    expect(await lookUpSource(archive, 'soleimani drone')).toMatchObject({
      best: { id: 'vote' },
      mention: {
        text: 'A drone had killed General Soleimani in Baghdad.',
        paragraph: 2,
        isCaption: false,
      },
    });
  });

  it('by other forms of the words', async () => {
    expect((await ids('exhibitions'))[0]).toBe('suleiman');
  });

  it('by what is written under its photos', async () => {
    expect((await lookUpSource(archive, 'portrait')).mention).toMatchObject({ isCaption: true });
  });

  it('by its text rather than by a title that only looks alike', async () => {
    const without = await buildArchive(await articlesBut('named'));
    const { best, alternatives } = await lookUpSource(without, 'soleimani');
    expect([best, ...alternatives].map((article) => article?.id)).toEqual(['funeral', 'vote', 'suleiman']);
  });

  it('by words of its title with the rest in its text, before others with these words in the title', async () => {
    const twins = await buildArchive([
      anArticle({ id: 'one', title: 'Troops leave the city', published: '2020-02-02' }),
      anArticle({
        id: 'other',
        title: 'Troops leave the city',
        published: '2020-02-01',
        paragraphs: ['They boarded in Mosul.'],
      }),
    ]);
    const { best, alternatives, mention } = await lookUpSource(twins, 'troops city mosul');
    expect([best?.id, ...alternatives.map(({ id }) => id)]).toEqual(['other', 'one']);
    expect(mention?.text).toBe('They boarded in Mosul.');
  });

  it('by a text that has all the words, not only some', async () => {
    expect(await ids('soleimani vienna')).toEqual([]);
  });

  it('by an id without a look at the texts', async () => {
    expect(await ids('vote')).toEqual(['vote']);
  });

  it('no further than its limit', async () => {
    expect(await ids('soleimani', 2)).toEqual(['named', 'funeral']);
  });
});

async function articlesBut(id: string) {
  const kept = archive.articles().filter((article) => article.id !== id);
  const found = await Promise.all(kept.map((article) => archive.article(article.id)));
  return found.filter((article) => article !== undefined);
}

it('finds nothing by words that carry no topic', async () => {
  expect(await articlesMentioning(archive, 'of the', 5)).toEqual([]);
  expect(await articlesMentioning(archive, '?!', 5)).toEqual([]);
});
