import { describe, inject } from 'vitest';
import { z } from 'zod';
import type { ClusterArchive } from '../../../src/archive/opensearch/cluster-archive.js';
import { Cluster } from '../../../src/archive/opensearch/connection/cluster.js';
import { type IndexVersion, makeIndexVersion } from '../../../src/archive/opensearch/index-version.js';
import type { ClusterSettings } from '../../../src/archive/opensearch/open-cluster.js';
import type { UserError } from '../../../src/user-error.js';

/** Skipped where there is no cluster. */
export const describeOnCluster = describe.skipIf(inject('nodes').length === 0);

let names = 0;

/** Settings of an archive that nobody else uses. */
export function settingsFor(parts: Partial<ClusterSettings> = {}): ClusterSettings {
  return {
    nodes: inject('nodes'),
    user: null,
    password: null,
    caFile: null,
    name: `test${process.pid}x${names++}`,
    shards: 2,
    ...parts,
  };
}

const Ids = z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }) });

/** Makes indices once and empties them for each use, which takes the cluster a tenth of the time. */
export class ReusedIndexVersions {
  readonly #cluster: Cluster;
  readonly #made: IndexVersion[] = [];
  #uses = 0;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** An empty one; it stays the caller's for two more calls. */
  async next(): Promise<IndexVersion> {
    const place = this.#uses++ % 3;
    const made = this.#made[place];
    if (made === undefined) {
      const fresh = await makeIndexVersion(this.#cluster, settingsFor({ shards: 1 }));
      this.#made[place] = fresh;
      return fresh;
    }
    await empty(this.#cluster, made);
    return made;
  }
}

async function empty(cluster: Cluster, indexVersion: IndexVersion): Promise<void> {
  for (const index of [indexVersion.articles, indexVersion.passages]) {
    const { hits } = await cluster.ask(Ids, (client, patience) =>
      client.search({ index, body: { size: 10_000, _source: false } }, patience),
    );
    if (hits.hits.length === 0) continue;
    const body = hits.hits.map(({ _id }) => ({ delete: { _index: index, _id } }));
    await cluster.ask(z.unknown(), (client, patience) => client.bulk({ body, refresh: true }, patience));
  }
}

/** Resolves when all that was put stands in the cluster and can be found, with what the cluster will never take. */
export async function stored(archive: ClusterArchive): Promise<ReadonlyMap<string, UserError>> {
  const rejected = await archive.written();
  await archive.refresh();
  return rejected;
}

/** How many writes an archive's indices have seen. */
export async function writes(settings: ClusterSettings): Promise<number> {
  const Stats = z.object({
    _all: z.object({ primaries: z.object({ indexing: z.object({ index_total: z.number() }) }) }),
  });
  const cluster = new Cluster(settings);
  const { _all } = await cluster.ask(Stats, (client) =>
    client.indices.stats({ index: `${settings.name}-*` }),
  );
  await cluster.close();
  return _all.primaries.indexing.index_total;
}

/** Stops or starts a node of the cluster. */
export async function control(verb: 'stop' | 'start' | 'hang' | 'go-on', node = 0): Promise<void> {
  await fetch(`${inject('control')}/${verb}/${node}`, { method: 'POST' });
}

/** Resolves when all nodes are there, and every part of the archive's indices with its copy. */
export async function allWell(cluster: Cluster, { name }: ClusterSettings): Promise<void> {
  await cluster.ask(z.object({ status: z.literal('green') }), (client) =>
    client.cluster.health(
      { index: `${name}-*`, wait_for_status: 'green', wait_for_nodes: '3', timeout: '50s' },
      { requestTimeout: 60_000 },
    ),
  );
}
