import { realpathSync } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';

/**
 * Files arrive in crowds, so changes are looked at once nothing has changed for this long, in milliseconds.
 */
const SETTLED = 400;
/** Default for `lookEvery`. */
const LOOK = 10_000;

export interface FolderWatch {
  /** Resolves when every later change will be noticed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches folders and their subfolders for files that are added, changed or removed.
 * @param onChange deals with the changes; never called again before it is done
 * @param onNotice is given a line for the operator
 * @param lookEvery how often to look, in milliseconds, if the system cannot report changes, or after a failure
 */
export function watchFolders(
  folders: readonly string[],
  onChange: () => Promise<void>,
  onNotice: (line: string) => void,
  lookEvery = LOOK,
): FolderWatch {
  let watcher: FSWatcher;
  let settling: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  let trouble: string | null = null;
  const look = (): void => {
    last = last.then(onChange).then(
      async () => {
        if (trouble === null) return;
        trouble = null;
        onNotice('The articles can be taken in again.');
        // A folder that was taken away and brought back is another one for the system, which reports nothing of it.
        await watcher.close();
        begin();
      },
      (error: unknown) => {
        const reason = String(error instanceof Error ? error.message : error);
        if (reason !== trouble) {
          onNotice(
            `The articles could not be taken in: ${reason} The archive answers from what it has, and looks again every ${lookEvery / 1000} seconds.`,
          );
        }
        trouble = reason;
        clearTimeout(settling);
        settling = setTimeout(look, lookEvery);
      },
    );
  };
  function begin(): FSWatcher {
    const places = folders.map(withoutLinks);
    watcher = watch(places, {
      ignoreInitial: true,
      // A link may lead anywhere, even to the root of the file system.
      followSymlinks: false,
      // What happens to a file is reported of its folder. A watch of its own for each would take kilobytes.
      ignored: (path, stats) => stats?.isFile() === true || (isHidden(path) && !places.includes(path)),
    });
    const settle = (): void => {
      clearTimeout(settling);
      settling = setTimeout(look, SETTLED);
    };
    // Of folders that come and go.
    watcher.on('all', settle);
    // Of what happens in each.
    watcher.on('raw', (_, path) => {
      if (!isHidden(path)) settle();
    });
    watcher.on('error', (error) => {
      if (looking !== undefined) return;
      onNotice(
        `Changes in the articles are looked for every ${lookEvery / 1000} seconds (they cannot be watched: ${String(error)}).`,
      );
      looking = setInterval(look, lookEvery);
    });
    // Finds what changed before the watch began.
    watcher.once('ready', look);
    return watcher;
  }
  const first = begin();
  return {
    ready: new Promise((resolve) => void first.once('ready', () => resolve())),
    async close() {
      clearTimeout(settling);
      clearInterval(looking);
      await watcher.close();
      await last;
    },
  };
}

function isHidden(path: string | null): boolean {
  return path !== null && /(?:^|[/\\])\.[^/\\]+$/.test(path);
}

/** Resolves a folder that is named by a link. */
function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
