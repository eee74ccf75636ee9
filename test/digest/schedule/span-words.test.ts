import { expect, test } from 'vitest';
import { spanInWords } from '../../../src/digest/schedule/span-words.js';

test.each([
  ['2026-06-22', '2026-06-22', '22 June 2026'],
  ['2026-06-16', '2026-06-22', '16–22 June 2026'],
  ['2026-06-28', '2026-07-04', '28 June – 4 July 2026'],
  ['2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027'],
])('from %s to %s is “%s”', (from, to, words) => {
  expect(spanInWords(from, to)).toBe(words);
});
