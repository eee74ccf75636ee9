import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { MiniSearchIndex } from '../../../src/archive/memory/minisearch-index.js';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { OpenSearchIndex } from '../../../src/archive/opensearch/opensearch-index.js';
import { indexTerms } from '../../../src/text/analyser.js';
import { anArticle, someArticles, someQuery } from '../fixtures.js';
import { describePassageIndex } from '../passage-index-contract.js';
import { describeOnCluster, ReusedIndexVersions, settingsFor } from './fixtures.js';

let cluster: Cluster;
let indexVersions: ReusedIndexVersions;

beforeAll(() => {
  if (inject('nodes').length === 0) return;
  cluster = new Cluster(settingsFor());
  indexVersions = new ReusedIndexVersions(cluster);
});
afterAll(() => cluster?.close());

async function emptyIndex(): Promise<OpenSearchIndex> {
  return OpenSearchIndex.open(cluster, await indexVersions.next());
}

describeOnCluster('a cluster of OpenSearch', () => {
  describePassageIndex({ name: 'OpenSearch', make: emptyIndex, share: 0.08 });

  it('gives the passages and scores that the embedded engine gives', async () => {
    const spelled = someQuery.map(({ terms, limit }) => ({
      limit,
      terms: [...terms, { term: 'parliment', weight: 1, fuzzy: true }],
    }));
    await fc.assert(
      fc.asyncProperty(someArticles, spelled, async (articles, query) => {
        const [index, embedded] = [await emptyIndex(), new MiniSearchIndex()];
        await Promise.all(articles.flatMap((article) => [index.add(article), embedded.add(article)]));
        const [hits, expected] = await Promise.all([index.search(query), embedded.search(query)]);
        expect(hits.map(({ passage }) => passage)).toEqual(expected.map(({ passage }) => passage));
        for (const [position, { score }] of hits.entries())
          expect(score).toBeCloseTo(expected[position]?.score ?? Number.NaN, 4);
      }),
      { numRuns: 10 },
    );
  });

  it('holds index terms as they are made here, however hard', async () => {
    const text =
      "AT&T's U.S. C.I.A. 5,200 3.5bn 5th Łódź naïve O'Neill's don't #metoo @user https://example.org/a?b=c#d&e www.x.org/%20 E=mc² 東京 Ελλάδα ½ A\u00a0B re-elect";
    const terms = [
      ...indexTerms(text),
      'a b',
      'UPPER',
      'x\u001cy',
      'x\u00a0y',
      "quo'te",
      `${'long'.repeat(500)}`,
    ];
    const { passages } = await indexVersions.next();
    const Tokens = z.object({ tokens: z.array(z.object({ token: z.string() })) });
    for (const field of ['title', 'text', 'terms']) {
      const { tokens } = await cluster.ask(Tokens, (client, patience) =>
        client.indices.analyze({ index: passages, body: { field, text: terms } }, patience),
      );
      expect(tokens.map(({ token }) => token)).toEqual(terms);
    }
  });

  it('finds passages by hard words', async () => {
    const index = await emptyIndex();
    const words = [
      'AT&T',
      'U.S.',
      '5,200',
      '3.5bn',
      'Łódź',
      '#metoo',
      'https://example.org/a?b=c',
      '東京',
      'x\u001cy',
    ];
    await Promise.all(
      words.map((word, number) =>
        index.add(anArticle({ id: `a${number}`, paragraphs: [`Said ${word} then.`] })),
      ),
    );
    for (const [number, word] of words.entries()) {
      const terms = indexTerms(word).map((term) => ({ term, weight: 1 }));
      const [best] = await index.search({ terms, limit: 1 });
      expect([word, best?.passage.article]).toEqual([word, `a${number}`]);
    }
  });
});
