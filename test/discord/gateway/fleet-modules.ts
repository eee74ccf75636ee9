import { builtModules } from '../../built.js';

/** What fleet-child.js runs, bundled with the threads that it starts. Returns the address of their folder. */
export function fleetModules(): string {
  return builtModules(
    'fleet',
    'src/discord/operator/run.ts',
    'src/service/open-archive-service.ts',
    'src/ingest/web/web.ts',
    'src/store/store-thread.ts',
    'src/ingest/read-apart-thread.ts',
    'src/archive/folders/reading-thread.ts',
    'src/service/answering-thread.ts',
  ).href;
}
