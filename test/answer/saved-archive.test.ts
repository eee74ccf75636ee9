import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Answer, NoAnswer } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { openArchive } from '../../src/archive/open-archive.js';
import { seedArticles } from './fixtures.js';

const QUESTIONS = [
  'how many troops are in Iraq?',
  'when did Abdul-Mahdi resign?',
  'what did Graham say',
  'How many troops are in Afghanistan?',
  'why was suleimani in bagdad',
  'zebra',
];

function askAll(archive: Archive): Promise<(Answer | NoAnswer)[]> {
  return Promise.all(QUESTIONS.map((question) => ask(archive, question)));
}

it('a saved and loaded archive answers as the one that was built', async () => {
  const indexFolder = await mkdtemp(join(tmpdir(), 'clippings-'));
  try {
    const open = () => openArchive({ articlesFolder: 'seeds', indexFolder });
    const built = await open();
    const first = await askAll(built);
    await built.close();
    const loaded = await open();
    const second = await askAll(loaded);
    await loaded.close();
    expect(second).toEqual(first);
    expect(second).toEqual(await askAll(await buildArchive(seedArticles())));
  } finally {
    await rm(indexFolder, { recursive: true });
  }
});
