import { z } from 'zod';
import { Cluster } from './connection/cluster.js';
import { greet } from './connection/greet.js';
import { currentIndexVersion } from './index-version.js';
import type { ClusterSettings } from './open-cluster.js';

const Health = z.object({ status: z.enum(['green', 'yellow', 'red']), number_of_nodes: z.number() });

/** How a cluster is doing. */
export interface ClusterCondition {
  /** `yellow`: there are no spare copies of some parts. `red`: some parts are missing. */
  readonly status: 'green' | 'yellow' | 'red';
  readonly nodes: number;
  /** Whether it holds indices of Clippings, of this version or another. */
  readonly hasArchive: boolean;
}

/**
 * Asks a cluster how it does, and changes nothing.
 * @throws UserError in the operator's words when the cluster cannot be used
 */
export async function lookAtCluster(settings: ClusterSettings): Promise<ClusterCondition> {
  const cluster = new Cluster(settings);
  try {
    await greet(cluster, settings);
    const { status, number_of_nodes: nodes } = await cluster.ask(Health, (client, patience) =>
      client.cluster.health({}, patience),
    );
    return { status, nodes, hasArchive: (await currentIndexVersion(cluster, settings.name)) !== null };
  } finally {
    await cluster.close();
  }
}
