import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A regular expression of the project, and where it stands. */
export interface Pattern {
  readonly file: string;
  readonly expression: RegExp;
}

/** Texts that begin with `prefix` and repeat `unit`, over which an expression takes more than in proportion. */
export interface SlowText {
  readonly pattern: Pattern;
  readonly prefix: string;
  readonly unit: string;
  /** How many times longer a text sixteen times as long takes. */
  readonly growth: number;
}

/** Where every doubling takes four times as long, sixteen times the text takes 256 times. */
const QUADRATIC = 100;
const STEPS = 4;
/** What is measured below so many milliseconds is the machine. */
const LEAST = 2;
/** The texts that are tried, in characters. */
const SMALLEST = 256;
const LARGEST = 64 * 1024;
/** Members of the classes that an expression may name. */
const SAMPLES = ['a', 'A', '1', ' ', '\n', '.', ',', '-', '"', "'", '(', '<', 'é', '“', '’', '\t', '/'];

/** Finds the regular expressions that stand as literals in the sources of a folder, each once. */
export async function patternsOf(folder: string): Promise<Pattern[]> {
  const { parseAst } = await import('vitest/node');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = new Map<string, Pattern>();
  for (const file of files) {
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('regex' in node && 'value' in node && node.value instanceof RegExp)
        found.set(String(node.value), { file, expression: node.value });
      for (const child of Object.values(node)) visit(child);
    };
    visit(parseAst(readFileSync(path.join(folder, file), 'utf8'), { lang: 'ts' }));
  }
  return [...found.values()];
}

/**
 * Searches for texts over which an expression takes more than in proportion to their length: pieces of the expression
 * itself, repeated.
 * @param random returns a number from 0 to 1
 */
export function slowTextOf(pattern: Pattern, tries: number, random: () => number): SlowText | null {
  const pieces = piecesOf(pattern.expression.source);
  const some = (most: number): string =>
    Array.from(
      { length: Math.ceil(random() * most) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join('');
  for (let attempt = 0; attempt < tries; attempt++) {
    const prefix = random() < 0.5 ? '' : some(2);
    const unit = attempt < pieces.length ? (pieces[attempt] ?? '') : some(3);
    if (unit === '') continue;
    const growth = growthOf(pattern.expression, prefix, unit);
    if (growth >= QUADRATIC) return { pattern, prefix, unit, growth };
  }
  return null;
}

/** How many times longer a text sixteen times as long takes; texts are doubled until that shows. */
function growthOf(expression: RegExp, prefix: string, unit: string): number {
  const costs: number[] = [];
  for (let size = SMALLEST; size <= LARGEST; size *= 2) {
    costs.push(cost(expression, prefix, unit, size));
    const now = costs.at(-1) ?? 0;
    if (now >= LEAST * QUADRATIC) return now / Math.max(LEAST, costs.at(-1 - STEPS) ?? 0);
  }
  return 0;
}

/** Processor milliseconds of finding all matches, or none because of the text's end. */
function cost(expression: RegExp, prefix: string, unit: string, size: number): number {
  const text = `${prefix}${unit.repeat(Math.ceil(size / unit.length))}\0`;
  const whole = new RegExp(expression.source, expression.flags.replace(/[gy]/g, ''));
  const before = process.cpuUsage();
  whole.test(text);
  return process.cpuUsage(before).user / 1000;
}

/** The words and characters that stand in an expression, and members of its classes. */
function piecesOf(source: string): string[] {
  const plain = source
    .replace(/\\[pPuxk](?:\{[^}]*\}|[0-9a-f]{2,4})?|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d+,?\d*\}\??/gi, ' ')
    .replace(/\\[bBdDwWsS]/g, ' ');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const signs = plain.match(/[^\p{L}\p{N}\s]/gu) ?? [];
  return [...new Set([...SAMPLES, ...words.map((word) => word.slice(0, 20)), ...signs])];
}
