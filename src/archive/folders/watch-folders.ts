import { realpathSync } from 'node:fs';
import { watch } from 'chokidar';

/**
 * Files arrive in crowds, so changes are looked at once nothing has changed for this long, in milliseconds.
 */
const SETTLED = 400;
/** How often to look, in milliseconds, if the system cannot report changes, or after a failure. */
const LOOK = 30_000;

export interface FolderWatch {
  /** Resolves when every later change will be noticed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches folders and their subfolders for files that are added, changed or removed.
 * @param onChange deals with the changes; never called again before it is done
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
    // A link may lead anywhere, even to the root of the file system.
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
        // Finds what changed before the watch began.
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

/** Resolves a folder that is named by a link. */
function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
