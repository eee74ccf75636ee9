import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArchive, type SyncedArchive } from '../../src/archive/open-archive.js';
import { sameStory } from '../../src/digest/same-story.js';

const VOTE =
  'The parliament of Ruritania voted on Friday to dissolve itself after weeks of protests over bread prices in Strelsau.';
const AGAIN =
  'After weeks of protests over bread prices in Strelsau, the parliament of Ruritania voted to dissolve itself.';
const texts: Record<string, [day: string, text: string]> = {
  vote: ['2021-03-05', VOTE],
  again: ['2021-03-06', AGAIN],
  later: ['2021-06-01', AGAIN],
  football: [
    '2021-03-05',
    'Strelsau United beat Zenda Rovers by three goals in the final of the cup on Friday evening.',
  ],
};

let folder: string;
let archive: SyncedArchive;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-story-'));
  for (const [name, [day, text]] of Object.entries(texts))
    writeFileSync(path.join(folder, `${name}.txt`), `---\ntitle: ${name}\npublished: ${day}\n---\n${text}`);
  archive = await openArchive({ articlesFolder: folder, indexFolder: path.join(folder, 'index') });
});
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

const story = async (id: string) => (await sameStory(archive, id)).map((article) => article.id);

test('the story of an article is what others report of the same event within days', async () => {
  expect(await story('vote')).toEqual(['again']);
  expect(await story('again')).toEqual(['vote']);
});

test('an article that nobody else reports on has no story', async () => {
  expect(await story('football')).toEqual([]);
  expect(await story('later')).toEqual([]);
});

test('an article that is gone has none either', async () => {
  expect(await story('nowhere')).toEqual([]);
});
