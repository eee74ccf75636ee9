import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lacking } from './lacking.js';

const project = join(import.meta.dirname, '..');

/** Made by whoever looks whether there is something to build. */
const lock = join(project, 'node_modules', '.cache', 'clippings-build');
/** So long after a lock was made, in milliseconds, whoever made it is gone. */
const FORGOTTEN = 60_000;

/** The command line as people run it, built now if `src/` has changed since the last build. */
export function builtMain(): string {
  const main = join(project, 'dist', 'main.js');
  // Test files run side by side: none may load what another one is writing.
  while (!isTaken()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  try {
    if (newest(join(project, 'src')) > modified(main)) {
      execFileSync('npm', ['run', 'build'], {
        cwd: project,
        shell: lacking.programsWithoutShell,
        stdio: 'ignore',
      });
    }
  } finally {
    rmSync(lock, { recursive: true });
  }
  return main;
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
