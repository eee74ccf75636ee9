import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { PassageLine } from './engine.js';

/** White space of any kind becomes one space: a passage is a line, its fields are apart by tabs. */
export function passageLine({ id, title, text }: PassageLine): string {
  return `${[id, title, text].map((field) => field.replace(/\s+/g, ' ')).join('\t')}\n`;
}

/** Reads line by line, as whoever has many passages would. */
export async function* readPassages(file: string): AsyncGenerator<PassageLine> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const [id = '', title = '', text = ''] = line.split('\t');
    yield { id, title, text };
  }
}
