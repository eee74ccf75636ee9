import { z } from 'zod';
import type { Cluster } from './connection/cluster.js';

/** How long the cluster keeps its place between pages. */
const KEPT = '2m';

/**
 * Reads all documents of an index that match a query, as they stood when it began.
 * @param fields of their source
 */
export async function* scan<T>(
  cluster: Cluster,
  index: string,
  query: Record<string, unknown>,
  fields: readonly string[],
  source: z.ZodType<T>,
  /** Documents per request. */
  pageSize = 2_000,
): AsyncGenerator<{ readonly id: string; readonly source: T }> {
  const Page = z.object({
    _scroll_id: z.string(),
    hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: source })) }),
  });
  let page = await cluster.ask(Page, (client, patience) =>
    client.search(
      {
        index,
        scroll: KEPT,
        allow_partial_search_results: false,
        _source_includes: [...fields],
        body: { size: pageSize, query, sort: ['_doc'] },
      },
      patience,
    ),
  );
  try {
    while (page.hits.hits.length > 0) {
      for (const { _id: id, _source } of page.hits.hits) yield { id, source: _source };
      const scroll_id = page._scroll_id;
      page = await cluster.ask(Page, (client, patience) =>
        client.scroll({ body: { scroll_id, scroll: KEPT } }, patience),
      );
    }
  } finally {
    const scroll_id = page._scroll_id;
    // The scroll also expires by itself.
    await cluster
      .ask(z.unknown(), (client, patience) => client.clearScroll({ body: { scroll_id } }, patience))
      .catch(() => undefined);
  }
}
