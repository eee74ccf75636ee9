import { writeFileSync } from 'node:fs';
import { aligned } from '../../src/text/lexicon/binary-file.js';

/** Writes a lexicon's file, in the form that src/text/lexicon/binary-file.ts reads. */
export function writeBinaryFile(file: URL, sections: readonly ArrayBufferView[]): void {
  const lengths = sections.map(({ byteLength }) => byteLength);
  const head = Uint32Array.of(sections.length, ...lengths);
  const parts: Uint8Array[] = [];
  for (const { buffer, byteOffset, byteLength } of [head, ...sections]) {
    parts.push(
      new Uint8Array(buffer, byteOffset, byteLength),
      new Uint8Array(aligned(byteLength) - byteLength),
    );
  }
  writeFileSync(file, Buffer.concat(parts));
}

/** The two sections of a `StringTable`. @param strings of ASCII */
export function stringSections(strings: readonly string[]): [Uint32Array, Buffer] {
  const starts = new Uint32Array(strings.length + 1);
  for (const [at, string] of strings.entries()) starts[at + 1] = (starts[at] ?? 0) + string.length;
  return [starts, Buffer.from(strings.join(''), 'latin1')];
}

/** The two sections of lists of numbers: where each list begins, and the lists one after another. */
export function listSections(lists: readonly (readonly number[])[]): [Uint32Array, Uint32Array] {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  return [starts, Uint32Array.from(lists.flat())];
}

/** In the order of their characters, as a `StringTable` is searched. */
export function inOrder(strings: Iterable<string>): string[] {
  return [...strings].sort((a, b) => (a < b ? -1 : 1));
}
