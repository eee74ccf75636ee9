import { expect, test } from 'vitest';
import { withoutQuotes } from '../../../src/digest/stories/without-quotes.js';

test.each([
  ['He said “no”, she "yes".', 'He said , she .'],
  ['“a “b” c”', ' c”'],
  ['“never closed, "but this"', '“never closed, '],
  ['no quotes', 'no quotes'],
])('of %j stays %j', (text, own) => {
  expect(withoutQuotes(text)).toBe(own);
});

test('a million openings are looked through once', () => {
  const text = '“'.repeat(1_000_000);
  expect(withoutQuotes(text)).toBe(text);
});
