import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import {
  currentIndexVersion,
  type IndexVersion,
  indexVersionOf,
  makeIndexVersion,
  switchTo,
} from '../../../src/archive/opensearch/index-version.js';
import { migrateArticles } from '../../../src/archive/opensearch/migration.js';
import { openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { OpenSearchIndex } from '../../../src/archive/opensearch/opensearch-index.js';
import { anArticle } from '../fixtures.js';
import { manyArticles } from './articles.js';
import { describeOnCluster, settingsFor } from './fixtures.js';

describeOnCluster('the indices of an archive', () => {
  let cluster: Cluster;
  beforeAll(() => {
    if (inject('nodes').length > 0) cluster = new Cluster(settingsFor());
  });
  afterAll(() => cluster?.close());

  /** An archive as another version of Clippings left it. */
  async function leftBy(name: string, version: string, count: number): Promise<IndexVersion> {
    const indexVersion = await makeIndexVersion(cluster, settingsFor({ name }), version);
    const index = await OpenSearchIndex.open(cluster, indexVersion);
    await Promise.all(manyArticles(count).map((article) => index.add(article)));
    await switchTo(cluster, name, indexVersion, await currentIndexVersion(cluster, name));
    return indexVersion;
  }

  async function indices(name: string): Promise<string[]> {
    const all = await cluster.ask(z.record(z.string(), z.unknown()), (client) =>
      client.indices.get({ index: `${name}-*` }),
    );
    return Object.keys(all).sort();
  }

  it('have the mapping that is written down, and take nothing else', async () => {
    const settings = settingsFor();
    const indexVersion = await makeIndexVersion(cluster, settings);
    const Mapping = z.record(z.string(), z.object({ mappings: z.object({ dynamic: z.literal('strict') }) }));
    const mapping = await cluster.ask(Mapping, (client) =>
      client.indices.getMapping({ index: `${settings.name}-*` }),
    );
    expect(Object.keys(mapping).sort()).toEqual([indexVersion.articles, indexVersion.passages]);
    const strange = cluster.ask(z.unknown(), (client) =>
      client.index({ index: indexVersion.passages, body: { surprise: 1 } }),
    );
    await expect(strange).rejects.toThrow(/strict_dynamic_mapping/);
  });

  it('may be made by two processes at once', async () => {
    const settings = settingsFor();
    const archives = await Promise.all([openCluster(settings), openCluster(settings)]);
    expect(await indices(settings.name)).toHaveLength(2);
    expect(await currentIndexVersion(cluster, settings.name)).toEqual(indexVersionOf(settings.name));
    await Promise.all(archives.map((archive) => archive.close()));
  });

  it('of another version answer until theirs are all taken over, and are kept for those that still use them', async () => {
    const { name, ...rest } = settingsFor();
    const oldest = await leftBy(name, '0.1', 3);
    const before = await leftBy(name, '0.2', 60);
    expect(await indices(name)).toHaveLength(4);

    const oldReader = await OpenSearchIndex.open(cluster, before);
    const oil = { terms: [{ term: 'number7', weight: 1 }], limit: 9 };
    const expected = await oldReader.search(oil);
    let current: unknown = null;
    const archive = await openCluster(
      { ...rest, name },
      {
        onArticle: () => {
          current ??= currentIndexVersion(cluster, name);
        },
      },
    );
    expect(await current).toEqual(before);
    expect(await currentIndexVersion(cluster, name)).toEqual(indexVersionOf(name));
    expect(archive.articleCount).toBe(60);
    expect(await archive.search(oil)).toEqual(expected);
    expect(await oldReader.search(oil)).toEqual(expected);
    expect(await indices(name)).toEqual(
      Object.values({ ...before })
        .concat(Object.values(indexVersionOf(name)))
        .sort(),
    );
    expect(await indices(name)).not.toContain(oldest.articles);
    await archive.close();
  });

  it('of another version do not bring back what was corrected or removed since', async () => {
    const { name, ...rest } = settingsFor();
    const before = await leftBy(name, '0.1', 3);
    const next = await makeIndexVersion(cluster, { name, ...rest });
    const index = await OpenSearchIndex.open(cluster, next);
    await index.add(anArticle({ id: 'article-0', paragraphs: ['Corrected.'] }));
    await index.add(anArticle({ id: 'article-1' }));
    await index.remove('article-1');
    expect(await migrateArticles(cluster, before, next)).toBe(0);
    const archive = await openCluster({ name, ...rest });
    expect(
      archive
        .articles()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['article-0', 'article-2']);
    expect((await archive.article('article-0'))?.paragraphs[0]?.text).toBe('Corrected.');
    await archive.close();
  });
});
