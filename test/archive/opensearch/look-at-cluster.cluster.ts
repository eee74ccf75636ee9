import { expect, it } from 'vitest';
import { lookAtCluster } from '../../../src/archive/opensearch/look-at-cluster.js';
import { openCluster } from '../../../src/archive/opensearch/open-cluster.js';
import { describeOnCluster, settingsFor } from './fixtures.js';

describeOnCluster('a look at a cluster', () => {
  it('tells of its nodes, and makes no indices', async () => {
    const settings = settingsFor({});
    const before = await lookAtCluster(settings);
    expect(before).toMatchObject({ nodes: 3, hasArchive: false });
    expect((await lookAtCluster(settings)).hasArchive).toBe(false);
  });

  it('finds the archive that is there', async () => {
    const settings = settingsFor({});
    const archive = await openCluster(settings);
    await archive.close();
    expect((await lookAtCluster(settings)).hasArchive).toBe(true);
  });
});
