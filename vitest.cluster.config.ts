import { defineConfig } from 'vitest/config';
import config from './vitest.config.js';

/** The tests that want a cluster of OpenSearch. It is started once, and one file after the other uses it. */
export default defineConfig({
  test: {
    ...config.test,
    include: ['test/**/*.cluster.ts'],
    globalSetup: 'test/archive/opensearch/cluster/global-setup.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
