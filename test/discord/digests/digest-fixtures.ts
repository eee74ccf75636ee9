import type { Archive } from '../../../src/archive/archive.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import type { ArchiveService } from '../../../src/service/archive-service.js';
import { DigestCache } from '../../../src/service/digest-cache.js';

/** When the digests of these tests are due. */
export const DUE = Date.parse('2026-03-10T07:00:00Z');
export const GUILD = '300000000000000001';

const PARAGRAPHS = [
  'The harbour of Port Ellen was closed on Monday after a storm tore two ferries from their moorings and sank one of them.',
  'About 120 passengers were brought to safety by fishing boats before the second ferry drifted onto the rocks at noon.',
];

const article: ArchivedArticle = {
  id: 'port-ellen',
  file: 'port-ellen.txt',
  title: 'Storm closes harbour of Port Ellen',
  publisher: 'Islay Gazette',
  url: 'https://example.org/port-ellen',
  published: '2026-03-09T12:00:00Z',
  added: '2026-03-09T12:05:00Z',
  paragraphs: PARAGRAPHS.map((text) => ({ text, afterBreak: false })),
  removed: [],
  sentences: PARAGRAPHS.map((text, number) => ({
    text,
    paragraph: number,
    number,
    afterBreak: false,
  })),
};

/** An archive service over one article from the day before the digest; without an index, which a digest does not need. */
export function smallArchiveService(
  articles: readonly ArchivedArticle[] = [article],
): Pick<ArchiveService, 'digest'> {
  const archive: Archive = {
    articleCount: articles.length,
    passageCount: articles.length,
    articles: () =>
      articles.map((each) => ({
        ...each,
        label: each.title ?? '',
        sentenceCount: each.sentences.length,
        sources: ['shared'],
      })),
    article: async (id) => articles.find((each) => each.id === id),
    search: async () => [],
    documentFrequencies: async (terms) => terms.map(() => 1),
    within: () => archive,
    close: async () => {},
  };
  const digests = new DigestCache(archive);
  return { digest: (period) => digests.of(period) };
}
