import { z } from 'zod';
import { unpackArticle } from '../packed-article.js';
import type { ArchivedArticle } from '../passage.js';
import type { Cluster, Patience } from './connection/cluster.js';

const Found = z.object({
  docs: z.array(
    z.object({
      _source: z.object({ body: z.string().nullable() }).optional(),
    }),
  ),
});

/** Fetches articles; undefined for those that are not there. */
export async function fetchArticles(
  cluster: Cluster,
  index: string,
  ids: readonly string[],
  patience: Patience,
): Promise<(ArchivedArticle | undefined)[]> {
  const { docs } = await cluster.ask(
    Found,
    (client, patience) =>
      client.mget({ index, _source_includes: ['body'], body: { ids: [...ids] } }, patience),
    patience,
  );
  return ids.map((_id, position) => {
    const body = docs[position]?._source?.body;
    // Only this version of Clippings writes into the indices of its version.
    return body ? unpackArticle(Buffer.from(body)) : undefined;
  });
}
