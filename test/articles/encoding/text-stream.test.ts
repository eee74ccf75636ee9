import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/articles/encoding/decode.js';
import { TextStream } from '../../../src/articles/encoding/text-stream.js';

const HEAD = 64 * 1024;

function streamed(bytes: Uint8Array, cuts: readonly number[], header: string | null = null): string {
  const stream = new TextStream('A feed', { header, declaring: 'feed' });
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  let start = 0;
  const parts = ends.map((end) => {
    const part = stream.push(bytes.subarray(start, end));
    start = end;
    return part;
  });
  return [...parts, stream.end()].join('');
}

const words = 'Der Fluß stieg – “Überschwemmung” um 2 m: Łódź, São Paulo, 東京, 🌊. ';
const long = words.repeat(Math.ceil((2 * HEAD) / words.length));

describe('a text that is decoded while it comes', () => {
  it.each<[string, Buffer, string | null]>([
    ['UTF-8', Buffer.from(long), null],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${long}`), null],
    ['UTF-16', Buffer.from(`\uFEFF${long}`, 'utf16le'), null],
    ['UTF-16 that says nothing', Buffer.from(long.replace(/[^\0-\x7F]/gu, '–'), 'utf16le'), null],
    ['windows-1252', Buffer.from('caf\xe9 \x93closed\x94 '.repeat(10_000), 'latin1'), null],
    [
      'Shift_JIS that the server names',
      Buffer.from('93 8c 8b 9e 20'.repeat(20_000).replaceAll(' ', ''), 'hex'),
      'shift_jis',
    ],
    ['a short one', Buffer.from(words), null],
  ])('is the same as whole, wherever it is cut: %s', (_, bytes, header) => {
    const whole = decode(bytes, 'A feed', { header, declaring: 'feed' }).text;
    const at = fc.array(fc.nat(bytes.length), { maxLength: 20 });
    fc.assert(
      fc.property(at, (cuts) => {
        expect(streamed(bytes, cuts, header)).toBe(whole);
      }),
      { numRuns: 20 },
    );
    // Each byte on its own where the head ends.
    const around = Array.from({ length: 40 }, (_, offset) => HEAD - 20 + offset);
    expect(streamed(bytes, around, header)).toBe(whole);
  });

  it('is refused in the end when it is none', () => {
    const bytes = Buffer.from('\u0001\u0002text'.repeat(20_000));
    expect(() => streamed(bytes, [HEAD + 5])).toThrow(expect.objectContaining({ code: 'article-binary' }));
  });
});
