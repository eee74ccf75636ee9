import { z } from 'zod';
import type { ArchivedArticle } from '../passage.js';
import { type Operation, type Revision, sendBulk } from './bulk.js';
import type { Cluster } from './connection/cluster.js';
import { type ArticleDocument, type PassageDocument, prepare, REMOVED } from './documents.js';
import type { IndexVersion } from './index-version.js';

/** The wanted state of an article: that it is there, or that it is not. */
export type Change = ArchivedArticle | { readonly id: string; readonly removed: true };

export interface WriteOptions {
  /** Leaves articles alone that are there in any edition, or were removed. */
  readonly onlyNew?: boolean;
  /** How long to try again while the cluster does not accept a write, in milliseconds. */
  readonly patience?: number;
}

const Known = z.object({
  docs: z.array(
    z.discriminatedUnion('found', [
      z.object({
        found: z.literal(true),
        _seq_no: z.number(),
        _primary_term: z.number(),
        _source: z.object({ edition: z.string().nullable(), passages: z.number() }),
      }),
      z.object({ found: z.literal(false) }),
    ]),
  ),
});

/** What the cluster holds of an article. */
interface Standing {
  readonly edition: string | null;
  readonly passages: number;
  readonly revision: Revision | 'new';
}

const NOTHING: Standing = { edition: null, passages: 0, revision: 'new' };

/** The documents that bring one article to the wanted state. */
export interface Work {
  readonly id: string;
  readonly edition: string | null;
  readonly document: Omit<ArticleDocument, 'changed'>;
  readonly passages: readonly (readonly [id: string, PassageDocument])[];
}

/** The outcome for one article; `rejected` says why the cluster will never accept it. */
export type WriteOutcome = 'changed' | 'left alone' | { readonly rejected: string };

/**
 * Brings articles in the cluster to the wanted state; those that are in it already are left alone. An
 * article's passages are written first, then, if no other process has changed it in the meantime, the article
 * itself. So whoever writes last wins as a whole, and what a killed process left half done is done again the
 * next time.
 * @param works of several with the same id, the last one counts
 * @param until when to give up, in milliseconds since 1970
 * @throws UserError when the cluster is away
 */
export async function write(
  cluster: Cluster,
  { articles, passages }: IndexVersion,
  works: readonly Work[],
  until: number,
  onlyNew = false,
): Promise<ReadonlyMap<string, WriteOutcome>> {
  const outcomes = new Map<string, WriteOutcome>(works.map(({ id }) => [id, 'left alone']));
  let open = [...new Map(works.map((work) => [work.id, work])).values()];
  while (open.length > 0) {
    const standing = await standingOf(
      cluster,
      articles,
      open.map(({ id }) => id),
    );
    const due = open.filter(({ id, edition }) =>
      onlyNew ? standing(id).revision === 'new' : standing(id).edition !== edition,
    );
    const operations = due.flatMap((work) => passageOperations(passages, work, standing(work.id).passages));
    const { rejected } = await sendBulk(
      cluster,
      operations.map(({ operation }) => operation),
      until,
    );
    for (const { operation, article } of operations) {
      const reason = rejected.get(operation);
      if (reason !== undefined) outcomes.set(article, { rejected: reason });
    }
    const whole = due.filter(({ id }) => typeof outcomes.get(id) === 'string');
    const last = await sendBulk(
      cluster,
      whole.map(({ id, document }) => ({
        index: articles,
        id,
        document: { ...document, changed: Date.now() },
        replaces: standing(id).revision,
      })),
      until,
    );
    for (const { id } of whole) outcomes.set(id, 'changed');
    for (const [{ id }, reason] of last.rejected) outcomes.set(id, { rejected: reason });
    const again = new Set(last.outdated.map(({ id }) => id));
    open = whole.filter(({ id }) => again.has(id));
  }
  return outcomes;
}

/** Works out the documents of a change. This analyses the article, which is most of the work. */
export function workOf(change: Change): Work {
  if ('removed' in change && change.removed === true)
    return { id: change.id, edition: null, document: REMOVED, passages: [] };
  return prepare(change);
}

async function standingOf(
  cluster: Cluster,
  index: string,
  ids: readonly string[],
): Promise<(id: string) => Standing> {
  // Unlike a search, `mget` sees what was written just now.
  const { docs } = await cluster.ask(Known, (client, patience) =>
    client.mget({ index, _source_includes: ['edition', 'passages'], body: { ids: [...ids] } }, patience),
  );
  const found = new Map<string, Standing>();
  for (const [position, doc] of docs.entries()) {
    const id = ids[position];
    if (id === undefined || !doc.found) continue;
    const revision = { sequence: doc._seq_no, term: doc._primary_term };
    found.set(id, { ...doc._source, revision });
  }
  return (id) => found.get(id) ?? NOTHING;
}

interface PassageOperation {
  readonly article: string;
  readonly operation: Operation;
}

/** @param before the number of the article's passages in the cluster now */
function passageOperations(
  index: string,
  { id: article, passages }: Work,
  before: number,
): PassageOperation[] {
  const surplus = Array.from(
    { length: Math.max(0, before - passages.length) },
    (_, place) => [`${article}#${passages.length + place}`, null] as const,
  );
  return [...passages, ...surplus].map(([id, document]) => ({ article, operation: { index, id, document } }));
}
