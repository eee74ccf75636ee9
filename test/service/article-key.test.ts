import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { articleKey, articleOfKey } from '../../src/service/article-key.js';
import { anArticle } from '../archive/fixtures.js';

test.each(['short', 'with:colon', '#begins-like-a-hash', 'x'.repeat(200), 'Übergrößen-träger'])(
  'the article named %s is found by its key',
  async (id) => {
    const archive = await buildArchive([anArticle({ id }), anArticle({ id: 'another' })]);
    expect((await articleOfKey(archive, articleKey(id)))?.article.id).toBe(id);
  },
);

test('an article that is gone is not found', async () => {
  const archive = await buildArchive([]);
  expect(await articleOfKey(archive, articleKey('gone'))).toBeNull();
  expect(await articleOfKey(archive, articleKey('x'.repeat(200)))).toBeNull();
});
