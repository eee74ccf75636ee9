import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const sourceFolder = join(import.meta.dirname, '..', 'src');

/** Which rooms a room may import from; `main` may import all. `articles (types)`: only what leaves no trace in the program. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'user-error': [],
  'make-folder': ['user-error'],
  signals: ['in-time'],
  // What may wait for a drive that does not answer.
  'in-time': [],
  // What of an address may be shown.
  'shown-address': [],
  config: ['user-error'],
  text: ['user-error'],
  articles: ['text', 'in-time', 'user-error'],
  archive: ['text', 'articles', 'in-time', 'make-folder', 'shown-address', 'user-error'],
  answer: ['text', 'archive', 'user-error'],
  digest: ['text', 'archive', 'user-error'],
  // How threads of one process call each other.
  threads: ['user-error'],
  store: ['make-folder', 'threads', 'shown-address', 'user-error'],
  // What comes in from outside: the web, feeds, files. It writes article files and tells the archive.
  intake: ['text', 'articles', 'archive', 'store', 'in-time', 'user-error'],
  // All that takes its time, behind one interface, so that it can run in another thread than the bot.
  newsroom: ['answer', 'digest', 'archive', 'store', 'intake', 'threads', 'in-time', 'user-error'],
  // Figures for the operator's programs; it is told what it counts, and knows nobody.
  metrics: ['user-error'],
  discord: ['answer', 'digest', 'archive', 'store', 'newsroom', 'metrics', 'shown-address', 'user-error'],
  terminal: ['answer', 'digest', 'archive', 'store', 'intake', 'user-error'],
};

/** Packages that only one room may know. */
const onlyIn: Readonly<Record<string, string>> = {
  'discord.js': 'discord',
  'wink-nlp': 'text',
  'wink-eng-lite-web-model': 'text',
  minisearch: 'archive',
  '@opensearch-project/opensearch': 'archive',
  dotenv: 'config',
  chokidar: 'archive',
  undici: 'intake',
  birpc: 'threads',
  'prom-client': 'metrics',
  feedsmith: 'intake',
};

interface Import {
  /** Relative to `src/`, as is `target` unless it is a package. */
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
}

const files = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'));

const imports = files.flatMap(importsOf);

/** Reads `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`. */
function importsOf(file: string): Import[] {
  const code = readFileSync(join(sourceFolder, file), 'utf8');
  const targets = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g);
  return [...targets].map(([, target = '']) =>
    target.startsWith('.')
      ? { file, target: resolved(file, target), isPackage: false }
      : { file, target, isPackage: true },
  );
}

function resolved(file: string, target: string): string {
  return normalize(join(dirname(file), target))
    .split(sep)
    .join('/')
    .replace(/\.js$/, '.ts');
}

/** The folder directly under `src/`, or the name of a file that stands there. */
function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.ts$/, '');
}

/** `@scope/name` of `@scope/name/part`. */
function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

function described({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

/** Files on the way from one back to itself, or null. */
function circleFrom(start: string): string[] | null {
  const targets = new Map(
    files.map((file) => [file, imports.filter((each) => each.file === file && !each.isPackage)]),
  );
  const seen = new Set<string>();
  const search = (way: string[]): string[] | null => {
    for (const { target } of targets.get(way.at(-1) ?? '') ?? []) {
      if (target === start) return [...way, target];
      if (seen.has(target)) continue;
      seen.add(target);
      const circle = search([...way, target]);
      if (circle !== null) return circle;
    }
    return null;
  };
  return search([start]);
}

describe('the rooms of src/', () => {
  it('are those of the table', () => {
    const rooms = new Set(files.map(roomOf));
    rooms.delete('main');
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  it('import only from the rooms that the table allows', () => {
    const wrong = imports.filter(({ file, target, isPackage }) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return !isPackage && from !== 'main' && from !== to && !mayImport[from]?.includes(to);
    });
    expect(wrong.map(described)).toEqual([]);
  });

  it('import files that exist, with their endings', () => {
    const missing = imports.filter(
      ({ target, isPackage }) => !isPackage && !files.includes(target) && !target.endsWith('.json'),
    );
    expect(missing.map(described)).toEqual([]);
  });

  it('have no circles', () => {
    const circles = files.map(circleFrom).filter((circle) => circle !== null);
    expect(circles.map((circle) => circle.join(' → '))).toEqual([]);
  });

  it('keep packages that belong to one room in it', () => {
    const wrong = imports.filter(({ file, target, isPackage }) => {
      const room = onlyIn[packageOf(target)];
      return isPackage && room !== undefined && room !== roomOf(file);
    });
    expect(wrong.map(described)).toEqual([]);
  });

  it('use packages that package.json names', () => {
    const { dependencies } = JSON.parse(readFileSync(join(sourceFolder, '..', 'package.json'), 'utf8'));
    const wrong = imports.filter(
      ({ target, isPackage }) =>
        isPackage && !target.startsWith('node:') && !(packageOf(target) in dependencies),
    );
    expect(wrong.map(described)).toEqual([]);
  });

  it('leave the environment to the settings', () => {
    const readers = files.filter((file) =>
      /process\.env|\benv\b.*from 'node:process'/.test(readFileSync(join(sourceFolder, file), 'utf8')),
    );
    expect(readers).toEqual(['config.ts']);
  });

  it('are read whole by this test', () => {
    // A change of style that the pattern above does not see must not make the rules empty.
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports).toContainEqual({ file: 'main.ts', target: 'config.ts', isPackage: false });
  });
});
