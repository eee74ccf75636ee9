import { z } from 'zod';
import type { Article, RemovalReason } from '../../articles/article.js';
import { archiveArticle } from '../archive-article.js';
import { unpackArticle } from '../packed-article.js';
import type { Cluster } from './connection/cluster.js';
import type { IndexVersion } from './index-version.js';
import { scan } from './scan.js';
import { WriteQueue } from './write-queue.js';

/** Articles per request: a few megabytes. */
const TOGETHER = 200;

const Reference = z.object({ publisher: z.string().nullable(), url: z.string().nullable() });
const StoredArticle: z.ZodType<Article> = z.object({
  id: z.string(),
  file: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  added: z.string().nullable(),
  authors: z.array(z.string()).exactOptional(),
  updated: z.string().exactOptional(),
  copies: z.array(Reference).exactOptional(),
  revision: z.object({ dated: z.string().nullable(), before: z.array(z.string()) }).exactOptional(),
  sources: z.array(z.string()).exactOptional(),
  paragraphs: z.array(
    z.object({
      text: z.string(),
      afterBreak: z.boolean(),
      opened: z.literal(true).exactOptional(),
      kind: z.enum(['heading', 'row', 'post']).exactOptional(),
    }),
  ),
  captions: z.array(z.string()).exactOptional(),
  // Reasons come and go with versions; nothing depends on which there are.
  removed: z.array(z.object({ text: z.string(), reason: z.custom<RemovalReason>() })),
});
const Count = z.object({ count: z.number() });
const Stored = z.object({ body: z.string() });

/**
 * Copies the articles of the previous index version into a new one, read and split as this version does it.
 * Articles that the new one holds already, or held once, are left alone.
 * @returns the number of articles that could not be copied
 */
export async function migrateArticles(
  cluster: Cluster,
  from: IndexVersion,
  to: IndexVersion,
  onArticle: (done: number, total: number) => void = () => {},
): Promise<number> {
  const queue = new WriteQueue(cluster, to, { onlyNew: true });
  const present = { exists: { field: 'edition' } };
  const { count: total } = await cluster.ask(Count, (client, patience) =>
    client.count({ index: from.articles, body: { query: present } }, patience),
  );
  let done = 0;
  let lost = 0;
  const failures: unknown[] = [];
  for await (const { source } of scan(cluster, from.articles, present, ['body'], Stored, TOGETHER)) {
    const article = articleIn(source.body);
    if (article !== null) {
      await queue.room();
      queue.push(archiveArticle(article)).then(
        (outcome) => {
          if (typeof outcome === 'object') lost++;
        },
        (error: unknown) => {
          failures.push(error);
        },
      );
    } else lost++;
    if (failures.length > 0) break;
    onArticle(++done, total);
  }
  await queue.idle();
  if (failures.length > 0) throw failures[0];
  const index = [to.articles, to.passages];
  await cluster.ask(z.unknown(), (client, patience) => client.indices.refresh({ index }, patience));
  return lost;
}

/** Returns null if another version packed the article in a way that this one does not know. */
function articleIn(body: string): Article | null {
  try {
    return StoredArticle.parse(unpackArticle(Buffer.from(body)));
  } catch {
    return null;
  }
}
