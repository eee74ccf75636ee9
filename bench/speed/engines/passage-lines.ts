import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { PassageLine } from './engine.js';

/**
 * Returns a passage as one line with tab-separated fields. White space of any kind becomes a single space.
 */
export function passageLine({ id, title, text }: PassageLine): string {
  return `${[id, title, text].map((field) => field.replace(/\s+/g, ' ')).join('\t')}\n`;
}

/** Reads a file line by line, as large collections require. */
export async function* readPassages(file: string): AsyncGenerator<PassageLine> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const [id = '', title = '', text = ''] = line.split('\t');
    yield { id, title, text };
  }
}
