import { join } from 'node:path';
import { readSaved } from '../../archive/folders/saved-archive.js';
import type { ClusterSettings } from '../../archive/opensearch/open-cluster.js';
import type { Finding } from '../../finding.js';
import { findingOf } from './finding-of.js';

/** Reads the saved index as a start does. A missing or damaged one costs time only. */
export async function checkIndex(indexFolder: string): Promise<Finding> {
  const part = 'archive';
  const { fault, summaries, texts } = await readSaved(join(indexFolder, 'archive.snapshot'));
  await texts.close();
  if (fault !== null) return { part, state: 'note', words: fault, hint: 'The next start builds it anew.' };
  if (summaries.length > 0) return { part, state: 'good', words: `${summaries.length} articles` };
  const hint = 'Bring some: npx clippings add FILE or ADDRESS, or npx clippings feeds add ADDRESS.';
  return { part, state: 'note', words: 'there is none yet, or it holds no articles', hint };
}

/** Asks the cluster who it is and how it does, and changes nothing there. */
export async function checkCluster(settings: ClusterSettings): Promise<Finding> {
  const part = 'cluster';
  const { lookAtCluster } = await import('../../archive/opensearch/look-at-cluster.js');
  return findingOf(part, async () => {
    const { status, nodes, hasArchive } = await lookAtCluster(settings);
    const words = `${status}, ${nodes === 1 ? '1 node' : `${nodes} nodes`}`;
    if (status === 'red') {
      const hint = 'Part of the archive cannot be searched. See which nodes are away.';
      return { part, state: 'wrong', words, hint };
    }
    if (!hasArchive) return { part, state: 'note', words: `${words}; the next start makes the indices` };
    return { part, state: 'good', words };
  });
}
