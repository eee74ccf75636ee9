import { realpathSync } from 'node:fs';
import { watch } from 'chokidar';

/** Files come in crowds; so long after the last change it is looked what changed, in milliseconds. */
const SETTLED = 400;
/** How often to look where the system cannot tell of changes, or where it went wrong. */
const LOOK = 30_000;

export interface FolderWatch {
  /** Resolves when changes are seen from now on. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Tells of changes in folders: files that are added, changed or removed, in subfolders too.
 * @param onChange what to do about it; called again only after it is done
 * @param onNotice is given a line for the operator
 */
export function watchFolders(
  folders: readonly string[],
  onChange: () => Promise<void>,
  onNotice: (line: string) => void,
): FolderWatch {
  const places = folders.map(withoutLinks);
  const watcher = watch(places, {
    ignoreInitial: true,
    // A link may lead anywhere, such as to the root of all folders.
    followSymlinks: false,
    ignored: (path) => /(?:^|[/\\])\.[^/\\]+$/.test(path) && !places.includes(path),
  });
  let settling: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  let trouble: string | null = null;
  const look = (): void => {
    last = last.then(onChange).then(
      () => {
        trouble = null;
      },
      (error: unknown) => {
        const reason = String(error instanceof Error ? error.message : error);
        if (reason !== trouble) onNotice(`The articles could not be taken in: ${reason}`);
        trouble = reason;
        clearTimeout(settling);
        settling = setTimeout(look, LOOK);
      },
    );
  };
  watcher.on('all', () => {
    clearTimeout(settling);
    settling = setTimeout(look, SETTLED);
  });
  watcher.on('error', (error) => {
    if (looking !== undefined) return;
    onNotice(
      `Changes in the articles are looked for every ${LOOK / 1000} seconds (they cannot be watched: ${String(error)}).`,
    );
    looking = setInterval(look, LOOK);
  });
  return {
    ready: new Promise((resolve) => {
      watcher.once('ready', () => {
        // What changed before it was watched.
        look();
        resolve();
      });
    }),
    async close() {
      clearTimeout(settling);
      clearInterval(looking);
      await watcher.close();
      await last;
    },
  };
}

/** A folder of articles may be named by a link. */
function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
