import { type Attack, ambiguityOf } from './ambiguity.js';
import type { Pattern } from './patterns.js';

/** A text over which an expression takes more than in proportion to its length. */
export interface SlowText extends Attack {
  readonly pattern: Pattern;
  /** How many times longer a text sixteen times as long takes. */
  readonly growth: number;
}

/** How long one expression is analysed before it is only measured, in milliseconds. */
const LIMIT = 1_000;
/** Where every doubling takes four times as long, sixteen times the text takes 256 times. */
const QUADRATIC = 100;
const STEPS = 4;
/** What is measured below so many milliseconds is the machine. */
const LEAST = 2;
/** The texts that are tried, in characters. */
const SMALLEST = 256;
const LARGEST = 1024 * 1024;
/** Members of the classes that an expression may name. */
const SAMPLES = ['a', 'A', '1', ' ', '\n', '.', ',', '-', '"', "'", '(', '<', 'é', '“', '’', '\t', '/'];

/**
 * Searches for texts over which an expression takes more than in proportion to their length: those that its analysis
 * gives, and pieces of the expression itself, repeated.
 * @param tries of such pieces
 * @param random returns a number from 0 to 1
 */
export async function slowTextOf(
  pattern: Pattern,
  tries: number,
  random: () => number,
): Promise<SlowText | null> {
  const ambiguity = await ambiguityOf(pattern, LIMIT);
  if (ambiguity === null) return null;
  const { isExponential, attacks } = ambiguity;
  const [worst] = attacks;
  // To measure it would never end.
  if (isExponential && worst) return { pattern, ...worst, growth: Number.POSITIVE_INFINITY };
  for (const attack of [...attacks, ...guesses(pattern.expression.source, tries, random)]) {
    const growth = growthOf(pattern.expression, attack);
    if (growth >= QUADRATIC) return { pattern, ...attack, growth };
  }
  return null;
}

function* guesses(source: string, tries: number, random: () => number): Generator<Attack> {
  const pieces = piecesOf(source);
  const some = (most: number): string =>
    Array.from(
      { length: Math.ceil(random() * most) },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join('');
  for (let attempt = 0; attempt < tries; attempt++) {
    const prefix = random() < 0.5 ? '' : some(2);
    const unit = attempt < pieces.length ? (pieces[attempt] ?? '') : some(3);
    if (unit !== '') yield { prefix, unit, suffix: '\0' };
  }
}

/** How many times longer a text sixteen times as long takes; texts are doubled until that shows. */
function growthOf(expression: RegExp, attack: Attack): number {
  const costs: number[] = [];
  for (let size = SMALLEST; size <= LARGEST; size *= 2) {
    costs.push(cost(expression, attack, size));
    const now = costs.at(-1) ?? 0;
    if (now >= LEAST * QUADRATIC) return now / Math.max(LEAST, costs.at(-1 - STEPS) ?? 0);
  }
  return 0;
}

/** Processor milliseconds of finding a match, or none because of the text's end. */
function cost(expression: RegExp, { prefix, unit, suffix }: Attack, size: number): number {
  const text = `${prefix}${unit.repeat(Math.ceil(size / unit.length))}${suffix}`;
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
