import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Cluster, Patience } from './connection/cluster.js';
import { PartRefused } from './connection/cluster-errors.js';
import type { PerField } from './scoring.js';

/** The number of passages with a term in their text, in the title of their article, and in either. */
export interface Frequency extends PerField {
  readonly either: number;
}

const NOWHERE: Frequency = { title: 0, text: 0, either: 0 };
const FIELDS = ['title', 'text', 'terms'] as const;

/** The number of terms whose counts are cached. */
const REMEMBERED = 20_000;
/** A question has at most this many terms. A digest asks for thousands, but needs only one count of each. */
const QUESTION = 60;
/** Counts per request. */
const TOGETHER = 500;

const Count = z.object({ hits: z.object({ total: z.object({ value: z.number() }) }) });
const Counts = z.object({ responses: z.array(Count) });
const Refusals = z.object({
  responses: z.array(z.object({ error: z.object({ type: z.string() }).optional() })),
});

/** Counts terms in the cluster, and remembers what it counted. */
export class Frequencies {
  readonly #cluster: Cluster;
  readonly #index: string;
  readonly #patience: Patience;
  readonly #filter: readonly object[];
  #known = new LRUCache<string, Frequency>({ max: REMEMBERED });

  /** @param filter queries that the counted passages must match */
  constructor(cluster: Cluster, index: string, patience: Patience, filter: readonly object[] = []) {
    this.#cluster = cluster;
    this.#index = index;
    this.#patience = patience;
    this.#filter = filter;
  }

  /** Forgets all counts, because articles have come or gone. */
  forget(): void {
    // A new cache, so that counts that are still on their way do not get into it.
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

  /**
   * Returns the number of passages that hold each term, be it in their text or in the title of their article.
   */
  async either(terms: readonly string[]): Promise<number[]> {
    // A search for the same terms comes next, and needs the other counts as well.
    if (terms.length <= QUESTION) {
      const frequency = await this.of(terms);
      return terms.map((term) => frequency(term).either);
    }
    return this.#counts(terms.map((term) => ['terms', term]));
  }

  async #count(terms: readonly string[]): Promise<[string, Frequency][]> {
    const counts = await this.#counts(terms.flatMap((term) => FIELDS.map((field) => [field, term] as const)));
    return terms.map((term, position) => {
      const [title = 0, text = 0, either = 0] = counts.slice(FIELDS.length * position);
      return [term, { title, text, either }];
    });
  }

  /** @param wanted pairs of a field and a term */
  async #counts(wanted: readonly (readonly [string, string])[]): Promise<number[]> {
    const header = { index: this.#index, allow_partial_search_results: false };
    const counts: number[] = [];
    for (let start = 0; start < wanted.length; start += TOGETHER) {
      const body = wanted.slice(start, start + TOGETHER).flatMap(([field, term]) => [
        header,
        {
          size: 0,
          track_total_hits: true,
          query: { bool: { filter: [{ term: { [field]: { value: term } } }, ...this.#filter] } },
        },
      ]);
      const { responses } = await this.#cluster.ask(
        Counts,
        async (client, patience) => whole(await client.msearch({ body }, patience)),
        this.#patience,
      );
      for (const response of responses) counts.push(response.hits.total.value);
    }
    return counts;
  }
}

/** @throws PartRefused when one of the searches was refused */
function whole<Answer extends { readonly body: unknown }>(answer: Answer): Answer {
  const refused = Refusals.parse(answer.body).responses.find(({ error }) => error !== undefined);
  if (refused?.error) throw new PartRefused(refused.error.type);
  return answer;
}
