import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nounKind } from '../../../src/text/lexicon/noun-kinds.js';
import { anyText } from '../any-text.js';

describe('what a noun names', () => {
  it.each([
    ['congresswoman', 'person'],
    ['ministers', 'person'],
    ['policemen', 'person'],
    ['province', 'place'],
    ['ports', 'place'],
    ['militia', 'group'],
    ['agencies', 'group'],
    ['bridge', null],
    ['expulsion', null],
    ['', null],
  ])('%s: %s', (noun, kind) => {
    expect(nounKind(noun)).toBe(kind);
  });

  it('is told for any text', () => {
    fc.assert(fc.property(anyText(), (text) => [null, 'person', 'place', 'group'].includes(nounKind(text))));
  });
});
