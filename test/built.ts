import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

/** The command line as people run it, built now if `src/` has changed since the last build. */
export function builtMain(): string {
  const main = join(project, 'dist', 'main.js');
  if (newest(join(project, 'src')) > modified(main)) {
    execFileSync('npm', ['run', 'build'], { cwd: project, stdio: 'ignore' });
  }
  return main;
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => modified(join(folder, file))));
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
