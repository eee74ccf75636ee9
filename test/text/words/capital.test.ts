import fc from 'fast-check';
import { expect, it } from 'vitest';
import { opensWithCapital } from '../../../src/text/words/capital.js';
import { anyText } from '../any-text.js';

it('tells capitals of any alphabet, in one unit or two, from all else', () => {
  fc.assert(fc.property(anyText(), (text) => opensWithCapital(text) === /^\p{Lu}/u.test(text)));
  expect(['Iran', 'Österreich', 'Київ', '𝐀'].map(opensWithCapital)).toEqual([true, true, true, true]);
});
