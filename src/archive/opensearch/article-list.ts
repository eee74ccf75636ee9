import { z } from 'zod';
import type { ArticleSummary } from '../archive.js';
import { newestFirst } from '../summary.js';
import type { Cluster } from './connection/cluster.js';
import type { IndexVersion } from './index-version.js';
import { scan } from './scan.js';

/**
 * How far each look reaches back, in milliseconds. Documents carry the clock time of the process that wrote
 * them, and may become visible a little later.
 */
const OVERLAP = 120_000;

/** Summaries fetched per request. */
const TOGETHER = 1_000;

const Stamp = z.object({ edition: z.string().nullable(), changed: z.number() });
const Summary: z.ZodType<ArticleSummary> = z.object({
  id: z.string(),
  file: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  added: z.string().nullable(),
  updated: z.string().exactOptional(),
  url: z.string().nullable(),
  label: z.string(),
  sentenceCount: z.number(),
  sources: z.array(z.string()),
});
const Entry = Stamp.extend({ summary: Summary.nullable() });
const Entries = z.object({
  docs: z.array(
    z.discriminatedUnion('found', [
      z.object({ found: z.literal(true), _id: z.string(), _source: Entry }),
      z.object({ found: z.literal(false), _id: z.string() }),
    ]),
  ),
});

/** Lists the articles of a cluster, and the edition of each. Kept up to date by looking from time to time. */
export class ArticleList {
  readonly #cluster: Cluster;
  readonly #index: string;
  readonly #editions = new Map<string, string>();
  readonly #summaries = new Map<string, ArticleSummary>();
  #newest = 0;
  #newestFirst: readonly ArticleSummary[] | null = null;

  constructor(cluster: Cluster, indexVersion: IndexVersion) {
    this.#cluster = cluster;
    this.#index = indexVersion.articles;
  }

  get size(): number {
    return this.#editions.size;
  }

  edition(id: string): string | null {
    return this.#editions.get(id) ?? null;
  }

  list(): readonly ArticleSummary[] {
    this.#newestFirst ??= newestFirst([...this.#summaries.values()]);
    return this.#newestFirst;
  }

  /** Records what the cluster is known to hold. An edition of null removes the article. */
  note(id: string, edition: string | null, summary: ArticleSummary | null): void {
    if (edition === null || summary === null) {
      this.#editions.delete(id);
      this.#summaries.delete(id);
    } else {
      this.#editions.set(id, edition);
      this.#summaries.set(id, summary);
    }
    this.#newestFirst = null;
  }

  /** Loads the whole list. */
  async load(onArticle: () => void = () => {}): Promise<void> {
    const query = { exists: { field: 'edition' } };
    const fields = ['edition', 'changed', 'summary'];
    for await (const { id, source } of scan(this.#cluster, this.#index, query, fields, Entry)) {
      this.note(id, source.edition, source.summary);
      this.#newest = Math.max(this.#newest, source.changed);
      onArticle();
    }
  }

  /**
   * Looks for recent changes.
   * @returns ids of the articles that differ from what was known
   */
  async look(): Promise<readonly string[]> {
    const query = { range: { changed: { gte: this.#newest - OVERLAP } } };
    const other: string[] = [];
    for await (const { id, source } of scan(
      this.#cluster,
      this.#index,
      query,
      ['edition', 'changed'],
      Stamp,
    )) {
      this.#newest = Math.max(this.#newest, source.changed);
      if (source.edition !== this.edition(id)) other.push(id);
    }
    for (let start = 0; start < other.length; start += TOGETHER) {
      await this.#fetch(other.slice(start, start + TOGETHER));
    }
    return other;
  }

  async #fetch(ids: string[]): Promise<void> {
    const { docs } = await this.#cluster.ask(Entries, (client, patience) =>
      client.mget(
        {
          index: this.#index,
          _source_includes: ['edition', 'changed', 'summary'],
          body: { ids },
        },
        patience,
      ),
    );
    for (const doc of docs) {
      if (doc.found) this.note(doc._id, doc._source.edition, doc._source.summary);
      else this.note(doc._id, null, null);
    }
  }
}
