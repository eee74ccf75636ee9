import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, stringSections } from '../../../bench/training/binary-file.js';
import { StringTable } from '../../../src/text/lexicon/string-table.js';

function tableOf(strings: readonly string[]): StringTable {
  const [starts, text] = stringSections(strings);
  return new StringTable([Buffer.from(starts.buffer), text]);
}

describe('a table of strings', () => {
  it('finds each of its strings, and no other', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.oneof(word, fc.string()), (words, other) => {
        const sorted = inOrder(words);
        const table = tableOf(sorted);
        expect(sorted.map((each) => table.indexOf(each))).toEqual(sorted.map((_, at) => at));
        expect(sorted.map((_, at) => table.at(at))).toEqual(sorted);
        expect(table.indexOf(other)).toBe(sorted.indexOf(other));
      }),
    );
  });

  it('has nothing beyond its end', () => {
    expect(tableOf(['a']).at(1)).toBe('');
  });
});
