import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..');

interface Row {
  readonly against: string;
  readonly tests: readonly string[];
}

/** The rows of the table of what is defended, with the files and commands that it names as proofs. */
function rows(): Row[] {
  const text = readFileSync(join(project, 'SECURITY.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| **'))
    .map((line) => {
      const [, against = '', , proofs = ''] = line.split(/(?<!\\)\|/);
      return {
        against: against.trim(),
        tests: Array.from(proofs.matchAll(/`([^`]+)`/g), ([, name = '']) => name),
      };
    });
}

/** A name alone stands for a file beside the one before it; one with a folder, below `test/discord`. */
function placesOf(tests: readonly string[]): string[] {
  let folder = '';
  return tests
    .filter((test) => !test.startsWith('npm run'))
    .map((test) => {
      const file = test.startsWith('test/')
        ? test
        : test.includes('/')
          ? `test/discord/${test}`
          : `${folder}/${test}`;
      folder = dirname(file);
      return file;
    });
}

describe('SECURITY.md', () => {
  it.each(rows())('names tests that are there: $against', ({ tests }) => {
    expect(tests).not.toEqual([]);
    expect(placesOf(tests).filter((file) => !existsSync(join(project, file)))).toEqual([]);
  });
});
