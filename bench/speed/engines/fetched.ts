import { fileURLToPath } from 'node:url';

/** Where engines lie that are too large to be installed with Clippings: whoever wants them fetches them. */
export const FETCHED = fileURLToPath(
  new URL('../../../node_modules/.cache/clippings-bench', import.meta.url),
);
