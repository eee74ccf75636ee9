import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/terminal/lines.js';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function linesIn(text: string, chunkSize = 4): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(chunksOf(Buffer.from(text), chunkSize))) lines.push(line);
  return lines;
}

describe('the lines of a stream', () => {
  it('come without line ends, empty lines and spaces around', async () => {
    expect(await linesIn('\n  Who?\r\n\r\n   \nWhen? \n')).toEqual(['Who?', 'When?']);
  });

  it('need no line end at the end', async () => {
    expect(await linesIn('Who?\nWhen?')).toEqual(['Who?', 'When?']);
  });

  it('come without a byte order mark', async () => {
    expect(await linesIn('\uFEFFWho?\n')).toEqual(['Who?']);
  });

  it('are the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          expect(await linesIn(text, size)).toEqual(await linesIn(text, 1_000_000));
        },
      ),
    );
  });

  it('are cut where no question is as long', async () => {
    const [line = '', next] = await linesIn(`${'x'.repeat(300_000)}\nWho?`, 65_536);
    expect(line).toHaveLength(100_000);
    expect(next).toBe('Who?');
  });
});
