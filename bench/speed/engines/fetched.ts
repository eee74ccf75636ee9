import { fileURLToPath } from 'node:url';

/**
 * The folder for engines that are too large to install with Clippings. Those who want them download them
 * there.
 */
export const FETCHED = fileURLToPath(
  new URL('../../../node_modules/.cache/clippings-bench', import.meta.url),
);
