import { z } from 'zod';
import type { Passage } from '../passage.js';
import type { PassageHit, PassageQuery, PassageSearch, QueryTerm } from '../passage-index.js';
import { SourceFilter } from '../views/source-filter.js';
import { candidateQuery } from './candidate-query.js';
import { type Cluster, IMPATIENT } from './connection/cluster.js';
import { Frequencies } from './frequencies.js';
import type { IndexVersion } from './index-version.js';
import {
  type PassageStatistics,
  type PassageTerms,
  type PerField,
  passageScore,
  soughtTerm,
} from './scoring.js';

/**
 * Candidates fetched for each hit that is wanted. The cluster's order is only nearly ours, so that many are
 * sorted again here.
 */
const CANDIDATES_PER_HIT = 5;
const FEWEST_CANDIDATES = 100;
/** The cluster returns no more at a time. */
const MOST_CANDIDATES = 10_000;

const Hits = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _id: z.string(),
        _source: z.object({
          article: z.string(),
          first: z.number(),
          last: z.number(),
          title: z.array(z.string()),
          text: z.array(z.string()),
        }),
      }),
    ),
  }),
});

const Sum = z.object({ value: z.number() });
const Totals = z.object({
  hits: z.object({ total: z.object({ value: z.number() }) }),
  aggregations: z.object({ passages: Sum, titleTerms: Sum, textTerms: Sum }),
});

/** The contents of the cluster in numbers. Terms are counted once for each passage. */
interface Counted {
  readonly articles: number;
  readonly passages: number;
  readonly titleTerms: number;
  readonly textTerms: number;
}

const NOTHING: Counted = { articles: 0, passages: 0, titleTerms: 0, textTerms: 0 };

interface PassageCandidate extends PassageTerms {
  readonly passage: Passage;
}

/**
 * A search over the passages in a cluster, or over those of some sources. What the cluster finds is scored again here,
 * so that it answers as the embedded engine does.
 */
export class ClusterSearch implements PassageSearch {
  readonly #cluster: Cluster;
  readonly #indexVersion: IndexVersion;
  readonly #frequencies: Frequencies;
  /** Queries that a document must match. */
  readonly #filter: readonly object[];
  #totals: Counted = NOTHING;

  /** @param sources source keys; null for all articles */
  constructor(cluster: Cluster, indexVersion: IndexVersion, sources: readonly string[] | null = null) {
    this.#cluster = cluster;
    this.#indexVersion = indexVersion;
    this.#filter = sources === null ? [] : [queryOf(new SourceFilter(sources))];
    this.#frequencies = new Frequencies(cluster, indexVersion.passages, IMPATIENT, this.#filter);
  }

  get articleCount(): number {
    return this.#totals.articles;
  }

  get passageCount(): number {
    return this.#totals.passages;
  }

  /** @throws UserError when the cluster is away */
  async search({ terms, limit }: PassageQuery): Promise<readonly PassageHit[]> {
    const wanted = eachOnce(terms);
    if (wanted.length === 0 || limit < 1) return [];
    // The first articles may have come from another process.
    if (this.#totals.passages === 0) await this.recount();
    if (this.#totals.passages === 0) return [];
    const { passages, titleTerms, textTerms } = this.#totals;
    const known = await this.#frequencies.of(wanted.map(({ term }) => term));
    const candidates = await this.#candidates(wanted, limit, known);
    const held = candidates.flatMap(({ title, text }) => [...title, ...text]);
    const sought = wanted.map((term) => soughtTerm(term, held));
    const frequency = await this.#frequencies.of(
      sought.flatMap(({ spellings }) => spellings.map(({ term }) => term)),
    );
    const statistics: PassageStatistics = {
      passages,
      averageLength: { title: titleTerms / passages, text: textTerms / passages },
      frequency,
    };
    return candidates
      .map((candidate) => ({
        passage: candidate.passage,
        // Rounded, because the last digits depend on the order of addition and must not decide.
        score: Math.fround(passageScore(candidate, sought, statistics)),
      }))
      .sort(byScoreThenPlace)
      .slice(0, limit);
  }

  /** @throws UserError when the cluster is away */
  async documentFrequencies(terms: readonly string[]): Promise<readonly number[]> {
    if (this.#totals.passages === 0) await this.recount();
    return this.#frequencies.either(terms);
  }

  /** Counts the contents again, after this or another process has changed them. */
  async recount(): Promise<void> {
    this.#totals = await this.#count();
    this.#frequencies.forget();
  }

  /** Forgets what was counted; the next search counts again. */
  forget(): void {
    this.#totals = NOTHING;
    this.#frequencies.forget();
  }

  /** @throws UserError when the cluster is away */
  async check(): Promise<void> {
    await this.#count();
  }

  async #count(): Promise<Counted> {
    const sum = (field: string) => ({ sum: { field } });
    const { hits, aggregations } = await this.#cluster.ask(
      Totals,
      (client, patience) =>
        client.search(
          {
            index: this.#indexVersion.articles,
            allow_partial_search_results: false,
            body: {
              size: 0,
              track_total_hits: true,
              query: { bool: { filter: [{ exists: { field: 'edition' } }, ...this.#filter] } },
              aggs: {
                passages: sum('passages'),
                titleTerms: sum('titleTerms'),
                textTerms: sum('textTerms'),
              },
            },
          },
          patience,
        ),
      IMPATIENT,
    );
    return {
      articles: hits.total.value,
      passages: aggregations.passages.value,
      titleTerms: aggregations.titleTerms.value,
      textTerms: aggregations.textTerms.value,
    };
  }

  async #candidates(
    terms: readonly QueryTerm[],
    limit: number,
    frequency: (term: string) => PerField,
  ): Promise<PassageCandidate[]> {
    const size = Math.min(MOST_CANDIDATES, Math.max(FEWEST_CANDIDATES, CANDIDATES_PER_HIT * limit));
    const { hits } = await this.#cluster.ask(
      Hits,
      (client, patience) =>
        client.search(
          {
            index: this.#indexVersion.passages,
            allow_partial_search_results: false,
            body: {
              size,
              track_total_hits: false,
              query: candidateQuery(terms, frequency, this.#totals.passages, this.#filter),
            },
          },
          patience,
        ),
      IMPATIENT,
    );
    return hits.hits.map(({ _id: id, _source: { article, first, last, title, text } }) => ({
      passage: { id, article, first, last },
      title,
      text,
    }));
  }
}

function queryOf({ clauses }: SourceFilter): object {
  const all = (terms: readonly string[]) => ({
    bool: { filter: terms.map((term) => ({ term: { title: term } })) },
  });
  const should = clauses.map(({ source, without }) => ({
    bool: { filter: [{ term: { sources: source } }], must_not: without.map(all) },
  }));
  // Without any clause, nothing matches.
  return should.length === 0 ? { match_none: {} } : { bool: { should, minimum_should_match: 1 } };
}

/** Merges equal terms and adds up their weights. Terms without weight are dropped. */
function eachOnce(terms: readonly QueryTerm[]): QueryTerm[] {
  const wanted = new Map<string, QueryTerm>();
  for (const { term, weight, fuzzy = false } of terms) {
    if (weight <= 0) continue;
    const same = wanted.get(term);
    wanted.set(term, {
      term,
      weight: weight + (same?.weight ?? 0),
      fuzzy: fuzzy || (same?.fuzzy ?? false),
    });
  }
  return [...wanted.values()];
}

function byScoreThenPlace(a: PassageHit, b: PassageHit): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.passage.article !== b.passage.article) return a.passage.article < b.passage.article ? -1 : 1;
  return a.passage.first - b.passage.first;
}
