import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A regular expression of the project, and a file that has it. */
export interface Pattern {
  readonly file: string;
  readonly expression: RegExp;
}

/** A call of `RegExp` in the sources. */
type Calls = Map<string, number>;

/** Calls functions that build an expression at each call, by file. */
const EXERCISES: Readonly<Record<string, (module: Record<string, CallableFunction>) => unknown>> = {
  'discord/operator/env-file.ts': (module) => module.withSetting?.('A=1', 'A', '2'),
  'answer/question/markup.ts': (module) => module.withoutMarkup?.('What did <@1> say?'),
};

/**
 * Finds all regular expressions of the sources in a folder, each once: literals by parsing, those built of parts by
 * loading the modules that build them.
 * @throws when a module has a call of `RegExp` that nothing made while it was loaded and exercised
 */
export async function patternsOf(folder: string): Promise<Pattern[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.split(path.sep).join('/'));
  const calls: Calls = new Map();
  const literals = await literalsOf(folder, files, calls);
  const built = await builtIn(folder, [...calls.keys()]);
  for (const [file, count] of calls) {
    const made = built.filter((pattern) => pattern.file === file).length;
    if (made < count) throw new Error(`Of ${count} expressions that ${file} builds, only ${made} were seen`);
  }
  const each = [...literals, ...built].map((pattern) => [keyOf(pattern), pattern] as const);
  return [...new Map(each).values()];
}

/** Identifies an expression, whatever file it is in. */
export function keyOf({ expression }: Pattern): string {
  return createHash('sha256').update(String(expression)).digest('hex').slice(0, 12);
}

async function literalsOf(folder: string, files: readonly string[], calls: Calls): Promise<Pattern[]> {
  const { parseAst } = await import('vitest/node');
  const found: Pattern[] = [];
  for (const file of files) {
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('regex' in node && 'value' in node && node.value instanceof RegExp)
        found.push({ file, expression: node.value });
      if (isCallOfRegExp(node)) calls.set(file, (calls.get(file) ?? 0) + 1);
      for (const child of Object.values(node)) visit(child);
    };
    visit(parseAst(readFileSync(path.join(folder, file), 'utf8'), { lang: 'ts' }));
  }
  return found;
}

function isCallOfRegExp(node: object): boolean {
  if (!('type' in node && 'callee' in node)) return false;
  const { type, callee } = node;
  const isCall = type === 'NewExpression' || type === 'CallExpression';
  return (
    isCall && typeof callee === 'object' && callee !== null && 'name' in callee && callee.name === 'RegExp'
  );
}

/** Loads modules while everything that is built with `RegExp` is noted. */
async function builtIn(folder: string, files: readonly string[]): Promise<Pattern[]> {
  const built: Pattern[] = [];
  const root = path.resolve(folder).split(path.sep).join('/');
  const Original = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const first = callerOf(new Error());
    const file = files.find((each) => first.includes(`${root}/${each}`));
    if (file !== undefined) built.push({ file, expression });
    return expression;
  };
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, values, made) => note(Reflect.construct(target, values, made)),
    apply: (target, self, values) => note(Reflect.apply(target, self, values)),
  });
  try {
    for (const file of files) {
      // A module of that name may be loaded already, and would not be loaded again.
      const module = await import(`${pathToFileURL(path.join(folder, file)).href}?anew`);
      EXERCISES[file]?.(module);
    }
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}

/** The line of a stack that names who called for an expression: a package may build its own while a module loads. */
function callerOf({ stack = '' }: Error): string {
  const lines = stack.replaceAll(path.sep, '/').split('\n').slice(1);
  return lines.find((line) => /[/]/.test(line) && !line.includes('/bench/soak/patterns/')) ?? '';
}
