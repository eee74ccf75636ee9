import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/**
 * Reads a lexicon's file, which stands beside this one: arrays that are used as they lie, so that no start has to parse
 * them. All threads that are started after its first use share its memory.
 *
 * A file begins with the number of its sections and the length of each in bytes, as unsigned numbers of four bytes; then come the
 * sections, each at a multiple of eight bytes. `writeBinaryFile` of bench/training/ writes it.
 */
export function sectionsOf(file: string): readonly Buffer[] {
  const memory = sharedMemory(file);
  const [count = 0] = new Uint32Array(memory, 0, 1);
  const lengths = new Uint32Array(memory, 4, count);
  let start = aligned(4 + lengths.byteLength);
  return Array.from(lengths, (length) => {
    const section = Buffer.from(memory, start, length);
    start = aligned(start + length);
    return section;
  });
}

/** The position of the next section after one that ends here. */
export function aligned(end: number): number {
  return Math.ceil(end / 8) * 8;
}

/** A section that holds unsigned numbers of four bytes. */
export function numbersIn(section: Buffer | undefined): Uint32Array {
  if (section === undefined) return new Uint32Array();
  return new Uint32Array(
    section.buffer,
    section.byteOffset,
    section.byteLength / Uint32Array.BYTES_PER_ELEMENT,
  );
}

function sharedMemory(file: string): SharedArrayBuffer {
  const name = `clippings ${file}`;
  const known = getEnvironmentData(name);
  if (known instanceof SharedArrayBuffer) return known;
  const memory = readWhole(new URL(file, import.meta.url));
  // The types of Node.js allow only what a structured clone copies here, but shared memory is passed on as it is.
  setEnvironmentData(name, memory as unknown as Parameters<typeof setEnvironmentData>[1]);
  return memory;
}

function readWhole(file: URL): SharedArrayBuffer {
  const descriptor = openSync(file, 'r');
  try {
    const memory = new SharedArrayBuffer(fstatSync(descriptor).size);
    const bytes = new Uint8Array(memory);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, done);
      if (read === 0) throw new Error(`${file} ends too early`);
      done += read;
    }
    return memory;
  } finally {
    closeSync(descriptor);
  }
}
