import path from 'node:path';
import { expect, it } from 'vitest';
import { mayBeSlow, newSlowPatterns } from '../../../bench/soak/patterns/search.js';

const SOURCES = path.resolve('src');

it('no expression takes more than in proportion to what it reads, unless that is short', async () => {
  // If yours is listed, rewrite it, or bound what it reads (bench/soak/patterns/bounded.ts). If it is not slow all the
  // same, `npm run soak -- --only patterns --new` measures it, and keeps that.
  expect(await newSlowPatterns(SOURCES)).toEqual([]);
});

it.each([
  ['reads the end of each space', /\s+$/, true],
  ['reads spaces from the beginning', /^\s+/, false],
  ['has two ways to read one piece', /^(?:a|a)*$/, true],
  ['reads comments that may hold comments', /^(?:<!--[\s\S]*?-->\s*)*<rss/, true],
  ['reads a word', /\bfoo\b/, false],
])('an expression that %s is told apart', async (_, expression, isSlow) => {
  expect(await mayBeSlow({ file: 'new.ts', expression })).toBe(isSlow);
});
