import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import { prepare } from '../../../src/archive/opensearch/documents.js';
import { type PerField, passageScore, soughtTerm } from '../../../src/archive/opensearch/scoring.js';
import { someArticles, someQuery } from '../fixtures.js';

it('gives passages the scores that the embedded engine gives them', async () => {
  const queries = someQuery.map(({ terms }) => [
    ...new Map(terms.filter(({ weight }) => weight > 0).map((term) => [term.term, term])).values(),
    { term: 'parliment', weight: 1, fuzzy: true },
  ]);
  await fc.assert(
    fc.asyncProperty(someArticles, queries, async (articles, terms) => {
      const index = new MiniSearchIndex();
      for (const article of articles) await index.add(article);
      const passages = new Map(articles.flatMap((article) => prepare(article).passages));
      const documents = [...passages.values()];
      const mean = (field: 'title' | 'text'): number =>
        documents.reduce((sum, document) => sum + new Set(document[field]).size, 0) / documents.length;
      const frequency = (term: string): PerField => ({
        title: documents.filter(({ title }) => title.includes(term)).length,
        text: documents.filter(({ text }) => text.includes(term)).length,
      });
      const statistics = {
        passages: documents.length,
        averageLength: { title: mean('title'), text: mean('text') },
        frequency,
      };
      const held = documents.flatMap(({ terms: all }) => all);
      const sought = terms.map((term) => soughtTerm(term, held));
      const expected = await index.search({ terms, limit: 1_000 });
      const scored = [...passages].map(
        ([id, document]) => [id, passageScore(document, sought, statistics)] as const,
      );
      for (const [id, score] of scored) {
        const hit = expected.find(({ passage }) => passage.id === id);
        expect(Math.fround(score)).toBeCloseTo(hit?.score ?? 0, 4);
      }
    }),
    { numRuns: 100 },
  );
});
