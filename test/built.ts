import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = join(import.meta.dirname, '..');

/** Where parts of the program are bundled for those who need them alone. */
const parts = join(project, 'node_modules', '.cache', 'clippings-parts');
/** Made by whoever looks whether there is something to build. */
const lock = join(project, 'node_modules', '.cache', 'clippings-build');
/** So long after a lock was made, in milliseconds, whoever made it is gone. */
const FORGOTTEN = 60_000;

/** The command line as people run it, built now if `src/` has changed since the last build. */
export function builtMain(): string {
  const main = join(project, 'dist', 'main.js');
  build(main, []);
  return main;
}

/**
 * Modules as a build has them, for threads: they can run nothing else.
 * @param name of the folder in which they are bundled together
 * @param sources their paths in the project
 * @returns the folder; each file has the name of its source
 */
export function builtModules(name: string, ...sources: readonly [string, ...string[]]): URL {
  const folder = join(parts, name);
  const file = join(folder, `${basename(sources[0], '.ts')}.js`);
  build(file, [folder, ...sources], [...new Set(sources.map((source) => dirname(join(project, source))))]);
  return pathToFileURL(`${folder}/`);
}

/** Builds if any source is newer than a file of the last build. @param folders of sources that are not in `src/` */
function build(file: string, words: readonly string[], folders: readonly string[] = []): void {
  // Test files run side by side: none may load what another one is writing.
  while (!isTaken()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  try {
    if (Math.max(...[join(project, 'src'), ...folders].map(newest)) > modified(file)) {
      execFileSync(process.execPath, [join(project, 'scripts', 'build.js'), ...words], { stdio: 'inherit' });
    }
  } finally {
    rmSync(lock, { recursive: true });
  }
}

function isTaken(): boolean {
  const made = modified(lock);
  if (made > 0 && Date.now() - made > FORGOTTEN) rmSync(lock, { recursive: true, force: true });
  mkdirSync(join(lock, '..'), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => modified(join(folder, file))));
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
