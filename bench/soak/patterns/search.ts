import { readFileSync, writeFileSync } from 'node:fs';
import { ambiguityOf } from './ambiguity.js';
import { boundOf } from './bounded.js';
import { keyOf, type Pattern, patternsOf } from './patterns.js';
import { slowTextOf } from './slow-text.js';

export interface PatternReport {
  readonly searched: number;
  /** Slow on some text, where what they read is short. */
  readonly bounded: readonly string[];
  /** Slow on some text that may come from outside. */
  readonly slow: readonly string[];
}

/** How long a new expression may be analysed, in milliseconds: a test must say the same on a busy machine. */
const LIMIT = 10_000;
/** The keys of expressions that were searched and are not slow where it matters, a line each. */
const JUDGED = new URL('judged.txt', import.meta.url);

/**
 * Searches the expressions of a folder for texts over which they take more than in proportion, and keeps which are
 * none, so that a test has to judge only the new ones.
 * @param tries texts for each that its analysis cannot decide
 * @param random returns a number from 0 to 1
 * @param onlyNew leaves out those that were judged before
 */
export async function searchPatterns(
  folder: string,
  tries: number,
  random: () => number,
  onlyNew: boolean,
): Promise<PatternReport> {
  const patterns = await patternsOf(folder);
  const before = onlyNew ? judgedBefore() : new Set<string>();
  const [bounded, slow]: [string[], string[]] = [[], []];
  const judged: string[] = [];
  for (const pattern of patterns) {
    const isKnown = before.has(keyOf(pattern));
    const text = isKnown ? null : await slowTextOf(pattern, tries, random);
    const why = text?.growth === Number.POSITIVE_INFINITY ? null : boundOf(pattern.file);
    if (text === null || why !== null) judged.push(keyOf(pattern));
    if (text === null) continue;
    const words = `${pattern.file}: ${pattern.expression} on ${JSON.stringify(text.unit)}, ${text.growth.toFixed(0)} times`;
    if (why === null) slow.push(words);
    else bounded.push(`${words} (${why})`);
  }
  writeFileSync(JUDGED, `${judged.sort().join('\n')}\n`);
  return { searched: patterns.length, bounded, slow };
}

function judgedBefore(): Set<string> {
  return new Set(readFileSync(JUDGED, 'utf8').split('\n'));
}

/** Expressions that nobody has judged and that may be slow, told by their analysis alone. */
export async function newSlowPatterns(folder: string): Promise<string[]> {
  const judged = judgedBefore();
  const slow: string[] = [];
  for (const pattern of await patternsOf(folder)) {
    if (!judged.has(keyOf(pattern)) && (await mayBeSlow(pattern))) slow.push(inWords(pattern));
  }
  return slow;
}

/** @returns false where its analysis finds nothing, or where what it reads is short */
export async function mayBeSlow(pattern: Pattern): Promise<boolean> {
  const ambiguity = await ambiguityOf(pattern, LIMIT);
  return ambiguity !== null && (ambiguity.isExponential || boundOf(pattern.file) === null);
}

function inWords({ file, expression }: Pattern): string {
  return `${file}: ${expression}`;
}
