import { expect, test } from 'vitest';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import { anArticle } from '../fixtures.js';

const FEED = 'https://a.example/feed';

test('a word is counted in all passages of a very long article, also within sources', async () => {
  const paragraphs = Array.from(
    { length: 900 },
    (_, at) =>
      `The harbour master of port ${at} said on day ${at} that the harbour dues would rise again next year by several hundred euros, as the new quay of the port and the old breakwater had cost far more than anybody had expected when the work began.`,
  );
  const article = anArticle({ id: 'long', title: 'Dues at all ports', paragraphs, sources: [FEED] });
  const other = anArticle({ id: 'other', title: 'Harbour', paragraphs: ['The harbour is open.'] });
  const index = new MiniSearchIndex();
  await index.add(article);
  await index.add(other);
  const alone = new MiniSearchIndex();
  await alone.add(article);
  const terms = ['harbour', 'due', 'port'];
  expect(alone.passageCount).toBeGreaterThan(255);
  const expected = await alone.documentFrequencies(terms);
  expect(Math.max(...expected)).toBeGreaterThan(255);
  expect(await index.within([FEED]).documentFrequencies(terms)).toEqual(expected);
});
