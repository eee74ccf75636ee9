import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Cluster, Patience } from './cluster.js';
import type { PerField } from './scoring.js';

/** In how many passages a term stands: in their text, in their article's title, in either. */
export interface Frequency extends PerField {
  readonly either: number;
}

const NOWHERE: Frequency = { title: 0, text: 0, either: 0 };
const FIELDS = ['title', 'text', 'terms'] as const;

/** So many terms are remembered. */
const REMEMBERED = 20_000;

const Count = z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) });
const Counts = z.object({ responses: z.array(Count) });

/** Counts terms in the cluster, and remembers what it counted. */
export class Frequencies {
  readonly #cluster: Cluster;
  readonly #index: string;
  readonly #patience: Patience;
  #known = new LRUCache<string, Frequency>({ max: REMEMBERED });

  constructor(cluster: Cluster, index: string, patience: Patience) {
    this.#cluster = cluster;
    this.#index = index;
    this.#patience = patience;
  }

  /** Articles came or went: the counts are no longer those. */
  forget(): void {
    // A new memory, so that counts that are on their way do not get into it.
    this.#known = new LRUCache({ max: REMEMBERED });
  }

  async of(terms: readonly string[]): Promise<(term: string) => Frequency> {
    const known = this.#known;
    const found = new Map<string, Frequency>();
    for (const term of terms) {
      const frequency = known.get(term);
      if (frequency !== undefined) found.set(term, frequency);
    }
    const unknown = [...new Set(terms)].filter((term) => !found.has(term));
    if (unknown.length > 0) {
      for (const [term, frequency] of await this.#count(unknown)) {
        known.set(term, frequency);
        found.set(term, frequency);
      }
    }
    return (term) => found.get(term) ?? NOWHERE;
  }

  async #count(terms: readonly string[]): Promise<[string, Frequency][]> {
    const header = { index: this.#index, allow_partial_search_results: false };
    const body = terms.flatMap((term) =>
      FIELDS.flatMap((field) => [
        header,
        { size: 0, track_total_hits: true, query: { term: { [field]: { value: term } } } },
      ]),
    );
    const { responses } = await this.#cluster.ask(
      Counts,
      (client, patience) => client.msearch({ body }, patience),
      this.#patience,
    );
    const counts = responses.map(({ hits }) => hits.total.value);
    return terms.map((term, position) => {
      const [title = 0, text = 0, either = 0] = counts.slice(FIELDS.length * position);
      return [term, { title, text, either }];
    });
  }
}
