import type * as Clippings from './clippings.js';
import type { SpeedEngine } from './engine.js';

/** Names of the engines in tables and plots. */
export const SPEED_ENGINES = {
  clippings: 'Clippings, search',
  answers: 'Clippings, whole answer',
  minisearch: 'MiniSearch',
  stems: 'MiniSearch + stems',
  flexsearch: 'FlexSearch',
  sqlite: 'SQLite FTS5',
  lancedb: 'LanceDB',
  lucene: 'Lucene',
  wink: 'wink-bm25',
  lunr: 'Lunr',
  orama: 'Orama',
} as const;
export type SpeedEngineName = keyof typeof SPEED_ENGINES;
export const SPEED_ENGINE_NAMES = Object.keys(SPEED_ENGINES) as SpeedEngineName[]; // Its own keys.

/**
 * Engines that are too slow for large collections: they take hours to build what others build in minutes.
 * They are skipped there unless they are asked for.
 */
export const SLOW: ReadonlySet<string> = new Set<SpeedEngineName>(['wink', 'lunr', 'orama']);

/** Engines that use the index that `clippings` built, if that was measured before. */
export const SHARING: ReadonlySet<string> = new Set<SpeedEngineName>(['answers']);

/** Where `npm run bench` builds Clippings' engines: its threads run only built code, as in an installation. */
const BUILT = new URL('../../../node_modules/.cache/clippings-parts/speed/clippings.js', import.meta.url);

/** Clippings' engines; the cast is safe, as they are built from that source. */
const builtEngines = async () => (await import(BUILT.href)) as typeof Clippings;

/** Loads a single engine, so that the others take no memory. */
export async function loadEngine(name: string): Promise<SpeedEngine> {
  switch (name) {
    case 'clippings':
      return (await builtEngines()).clippings;
    case 'answers':
      return (await builtEngines()).clippingsAnswers;
    case 'minisearch':
      return (await import('./minisearch.js')).miniSearch('plain');
    case 'stems':
      return (await import('./minisearch.js')).miniSearch('stems');
    case 'flexsearch':
      return (await import('./flexsearch.js')).flexSearch;
    case 'sqlite':
      return (await import('./sqlite.js')).sqlite;
    case 'lancedb':
      return (await import('./lancedb.js')).lance;
    case 'wink':
      return (await import('./wink.js')).winkSearch;
    case 'lunr':
      return (await import('./lunr.js')).lunrSearch;
    case 'orama':
      return (await import('./orama.js')).orama;
    default:
      throw new Error(`no engine is called ${name}`);
  }
}
