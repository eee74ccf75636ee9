import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '..');

/** What each folder of `src/`, or file that stands there, may import from; `main.ts` may import all. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'user-error.ts': [],
  'make-folder.ts': [],
  // What a look at a part of an installation found.
  'finding.ts': [],
  'collect-garbage.ts': [],
  'mutex.ts': [],
  'web-address.ts': [],
  // What may wait for a drive that does not answer.
  'in-time.ts': [],
  // What is read apart from the thread that answers.
  'limited-thread.ts': [],
  // What of an address may be shown.
  'shown-address.ts': [],
  'signals.ts': ['in-time.ts'],
  'config.ts': [],
  rpc: [],
  text: [],
  articles: ['text', 'in-time.ts'],
  archive: ['text', 'articles', 'in-time.ts', 'limited-thread.ts', 'shown-address.ts'],
  answer: ['text', 'archive'],
  digest: ['text', 'archive', 'answer'],
  watch: ['text', 'archive', 'answer', 'digest'],
  store: ['rpc', 'shown-address.ts'],
  ingest: ['text', 'articles', 'archive', 'store', 'rpc', 'in-time.ts', 'limited-thread.ts'],
  service: [
    'text',
    'answer',
    'digest',
    'watch',
    'articles',
    'archive',
    'store',
    'ingest',
    'rpc',
    'in-time.ts',
  ],
  metrics: [],
  discord: [
    'service',
    'answer',
    'digest',
    'watch',
    'archive',
    'store',
    'metrics',
    'shown-address.ts',
    'finding.ts',
  ],
  terminal: ['answer', 'digest', 'archive', 'store', 'ingest', 'shown-address.ts', 'finding.ts'],
};

/** Every room may import these. */
const foundations = ['user-error.ts', 'collect-garbage.ts', 'make-folder.ts', 'mutex.ts', 'web-address.ts'];

/** The same for `bench/`, whose files may import all of `src/`; so may its programs, which import all of `bench/`. */
const benchRooms: Readonly<Record<string, readonly string[]>> = {
  'arguments.ts': [],
  'progress.ts': [],
  'run-command.ts': [],
  'service-listener.ts': [],
  'shuffle.ts': [],
  metrics: [],
  sets: [],
  'results.ts': ['metrics'],
  'report.ts': ['metrics', 'results.ts'],
  'explain.ts': ['report.ts'],
  archives: ['sets', 'progress.ts'],
  engines: ['archives', 'sets'],
  measures: ['engines', 'metrics', 'progress.ts', 'results.ts', 'sets', 'shuffle.ts'],
  run: [
    'archives',
    'engines',
    'explain.ts',
    'measures',
    'metrics',
    'progress.ts',
    'results.ts',
    'sets',
    'shuffle.ts',
    'training',
  ],
  soak: [],
  speed: ['engines', 'metrics', 'sets', 'shuffle.ts'],
  stall: ['metrics', 'service-listener.ts', 'speed'],
  load: ['service-listener.ts'],
  watching: ['metrics', 'shuffle.ts'],
  cases: [],
  training: ['archives', 'engines', 'metrics', 'progress.ts', 'run-command.ts', 'sets', 'shuffle.ts'],
};

const programs = [
  'autocomplete.ts',
  'bench.ts',
  'cases.ts',
  'cluster.ts',
  'eval.ts',
  'feed-memory.ts',
  'load.ts',
  'memory.ts',
  'soak.ts',
  'stall.ts',
  'start.ts',
  'train.ts',
  'watches.ts',
  'within.ts',
];

/** What of `bench/` may import from `test/`: what runs against the stand-ins and servers of the tests. */
const mayImportTests = [
  'bench.ts',
  'cases',
  'cluster.ts',
  'feed-memory.ts',
  'load.ts',
  'memory.ts',
  'soak.ts',
  'soak',
  'stall.ts',
  'stall',
  'start.ts',
  'watching',
];

/** Which folders of a room the folders beside them may import. Files directly in the room are held apart by the rule on circles. */
const folders: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'src/text': {
    characters: [],
    dates: [],
    endings: ['characters', 'lexicon'],
    lexicon: ['words'],
    numbers: [],
    words: [],
  },
  'src/articles': { cleaning: [], encoding: [], page: [], 'page-dates': [] },
  'src/archive': { views: [], memory: ['views'], folders: ['memory'], opensearch: ['folders', 'views'] },
  'src/answer': {
    question: [],
    types: ['question'],
    retrieval: ['question'],
    ranking: ['question', 'retrieval', 'types'],
    extraction: ['question', 'ranking', 'types'],
    quotes: ['extraction', 'ranking', 'retrieval', 'question'],
    answerability: ['extraction', 'quotes', 'question', 'ranking', 'retrieval', 'types'],
  },
  'src/digest': {
    schedule: [],
    stories: ['schedule'],
    telling: ['schedule'],
    figures: ['schedule', 'telling'],
    course: ['schedule', 'stories', 'telling', 'figures'],
    topic: [],
  },
  'src/ingest': { web: [], feeds: ['web'] },
  'src/discord': {
    gateway: [],
    rendering: [],
    messages: ['gateway', 'rendering'],
    digests: ['messages', 'rendering'],
    watches: ['digests', 'rendering'],
    commands: ['digests', 'messages', 'rendering', 'watches'],
    operator: ['commands', 'digests', 'gateway', 'rendering'],
  },
  'src/terminal': { rendering: [], commands: ['rendering'], doctor: ['rendering'] },
  'bench/speed': { engines: [] },
};

/** Packages that only one place of `src/` may know. */
const onlyIn: Readonly<Record<string, string>> = {
  'discord.js': 'src/discord/',
  'wink-nlp': 'src/text/',
  eld: 'src/text/',
  'wink-eng-lite-web-model': 'src/text/',
  minisearch: 'src/archive/',
  '@opensearch-project/opensearch': 'src/archive/opensearch/',
  dotenv: 'src/config.ts',
  chokidar: 'src/archive/folders/',
  undici: 'src/ingest/',
  birpc: 'src/rpc/',
  'prom-client': 'src/metrics/',
  feedsmith: 'src/ingest/feeds/',
};

const MOST_FILES = 22;

interface Import {
  /** Relative to the project, as is `target` unless it is a package. */
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
}

const files = ['src', 'bench'].flatMap((tree) =>
  readdirSync(join(project, tree), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(tree, file).split(sep).join('/')),
);

const imports = files.flatMap(importsOf);
const own = imports.filter(({ isPackage }) => !isPackage);
const inSource = (file: string): boolean => file.startsWith('src/');

/** Reads `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`. */
function importsOf(file: string): Import[] {
  const code = readFileSync(join(project, file), 'utf8');
  const targets = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'([\w@./:-]+)'/g);
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

/** `src` or `bench`, the folder or file directly in it, and the folder or file directly in that. */
function placeOf(file: string): { tree: string; room: string; inner: string } {
  const [tree = '', room = '', inner = ''] = file.split('/');
  return { tree, room, inner };
}

/** A folder of a room, or a file directly in it: what must not be in a circle. */
function cellOf(file: string): string {
  return file.split('/').slice(0, 3).join('/');
}

/** `@scope/name` of `@scope/name/part`. */
function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}

function described({ file, target }: Import): string {
  return `${file} imports ${target}`;
}

function isAllowed({ file, target }: Import): boolean {
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from.tree === to.tree && from.room === to.room) return true;
  if (from.tree === 'src') {
    if (to.tree !== 'src') return false;
    return from.room === 'main.ts' || foundations.includes(to.room) || !!rooms[from.room]?.includes(to.room);
  }
  if (to.tree === 'test') return mayImportTests.includes(from.room);
  return to.tree === 'src' || programs.includes(from.room) || !!benchRooms[from.room]?.includes(to.room);
}

function isAllowedInside({ file, target }: Import): boolean {
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from.tree !== to.tree || from.room !== to.room || from.inner === to.inner) return true;
  const allowed = folders[`${from.tree}/${from.room}`];
  const bothAreFolders = allowed?.[from.inner] !== undefined && allowed[to.inner] !== undefined;
  return !bothAreFolders || !!allowed[from.inner]?.includes(to.inner);
}

/** The ways from a node back to itself, one a node that has any. */
function circles(arrows: readonly (readonly [string, string])[]): string[] {
  const targets = new Map(arrows.map(([from]) => [from, arrows.filter((arrow) => arrow[0] === from)]));
  const circleFrom = (start: string): string[] | null => {
    const seen = new Set<string>();
    const search = (way: string[]): string[] | null => {
      for (const [, target] of targets.get(way.at(-1) ?? '') ?? []) {
        if (target === start) return [...way, target];
        if (seen.has(target)) continue;
        seen.add(target);
        const circle = search([...way, target]);
        if (circle !== null) return circle;
      }
      return null;
    };
    return search([start]);
  };
  return [...targets.keys()]
    .map(circleFrom)
    .flatMap((circle) => (circle === null ? [] : [circle.join(' → ')]));
}

describe('the rooms', () => {
  it('are those of the tables', () => {
    const known = new Set([
      ...['main.ts', ...Object.keys(rooms)].map((room) => `src/${room}`),
      ...[...programs, ...Object.keys(benchRooms)].map((room) => `bench/${room}`),
    ]);
    const found = files.map((file) => file.split('/').slice(0, 2).join('/'));
    expect([...new Set(found)].filter((room) => !known.has(room))).toEqual([]);
  });

  it('import only from the rooms that the tables allow', () => {
    expect(own.filter((each) => !isAllowed(each)).map(described)).toEqual([]);
  });

  it('have folders that import only from those that the table allows', () => {
    expect(own.filter((each) => !isAllowedInside(each)).map(described)).toEqual([]);
  });

  it('have the folders of the table, and no others where it names a room', () => {
    const found = new Set(files.filter((file) => file.split('/').length > 3).map(cellOf));
    const known = Object.entries(folders).flatMap(([room, inner]) =>
      Object.keys(inner).map((folder) => `${room}/${folder}`),
    );
    expect(known.filter((folder) => !found.has(folder))).toEqual([]);
    const unknown = [...found].filter((folder) => dirname(folder) in folders && !known.includes(folder));
    expect(unknown).toEqual([]);
  });

  it('import files that exist, with their endings', () => {
    const missing = own.filter(
      ({ target }) => !files.includes(target) && !target.endsWith('.json') && !target.startsWith('test/'),
    );
    expect(missing.map(described)).toEqual([]);
  });

  it('have no circles of files', () => {
    expect(circles(own.map(({ file, target }) => [file, target]))).toEqual([]);
  });

  it('have no circles of folders', () => {
    const arrows = own.map(({ file, target }) => [cellOf(file), cellOf(target)] as const);
    expect(circles(arrows.filter(([from, to]) => from !== to))).toEqual([]);
  });

  it('hold no more files in one folder than can be taken in at a glance', () => {
    const folderOf = files.map(dirname);
    const crowded = [...new Set(folderOf)].filter(
      (folder) => folderOf.filter((each) => each === folder).length > MOST_FILES,
    );
    // Being divided up.
    expect(crowded.filter((folder) => folder !== 'src/answer')).toEqual([]);
  });

  it('keep packages that belong to one place in it', () => {
    const wrong = imports.filter(({ file, target, isPackage }) => {
      const place = onlyIn[packageOf(target)];
      return isPackage && place !== undefined && inSource(file) && !file.startsWith(place);
    });
    expect(wrong.map(described)).toEqual([]);
  });

  it('use packages that package.json names', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    const wrong = imports.filter(({ file, target, isPackage }) => {
      if (!isPackage || target.startsWith('node:') || packageOf(target) in dependencies) return false;
      return inSource(file) || !(packageOf(target) in devDependencies);
    });
    expect(wrong.map(described)).toEqual([]);
  });

  it('leave the environment to the settings', () => {
    const readers = files
      .filter(inSource)
      .filter((file) =>
        /process\.env|\benv\b.*from 'node:process'/.test(readFileSync(join(project, file), 'utf8')),
      );
    expect(readers).toEqual(['src/config.ts']);
  });

  it('are read whole by this test', () => {
    // A change of style that the pattern above does not see must not make the rules empty.
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports).toContainEqual({ file: 'src/main.ts', target: 'src/config.ts', isPackage: false });
    expect(imports).toContainEqual({ file: 'bench/eval.ts', target: 'bench/report.ts', isPackage: false });
  });
});
