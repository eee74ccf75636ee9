import { builtModules } from '../built.js';

/** The built program of a mortal thread, beside those of the threads that it starts itself. */
export function mortalThread(): URL {
  const folder = builtModules(
    'mortal-thread',
    'test/service/mortal-thread.ts',
    'src/service/answering-thread.ts',
    'src/archive/folders/reading-thread.ts',
    'src/ingest/read-apart-thread.ts',
  );
  return new URL('mortal-thread.js', folder);
}
