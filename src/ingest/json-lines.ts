import type { ReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { plainTextBlocks } from '../articles/plain-text.js';
import { UserError } from '../user-error.js';
import type { Incoming } from './incoming.js';

const optional = z.string().nullish();

const Line = z
  .object({
    title: optional,
    publisher: optional,
    url: optional,
    date: optional,
    published: optional,
    authors: z.array(z.string()).nullish(),
    text: z.string('needs a "text"'),
  })
  .transform(
    ({ title, publisher, url, date, published, authors, text }): Incoming => ({
      metadata: {
        title: title?.trim() || null,
        publisher: publisher?.trim() || null,
        url: url ?? null,
        published: published ?? date ?? null,
        ...(authors ? { authors } : {}),
      },
      blocks: plainTextBlocks(text),
    }),
  );

/** One line of a JSON Lines file: an article, or what is wrong with it. */
export type ReadLine = { readonly number: number } & (
  | { readonly incoming: Incoming }
  | { readonly error: UserError }
);

/**
 * Reads articles, one JSON object a line: {title, publisher, url, date, text, authors}. Only the text is
 * required. Empty lines are skipped. The file may be of any size.
 */
export async function* readJsonLines(file: FileHandle): AsyncGenerator<ReadLine> {
  const lines = createInterface({ input: bytesOf(file), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield { number, ...readLine(line, number) };
  }
}

/** Reads one line of such a file. */
export function readLine(line: string, number: number): { incoming: Incoming } | { error: UserError } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch (cause) {
    return { error: new UserError('line-no-json', `Line ${number} is not JSON.`, null, { cause }) };
  }
  const parsed = Line.safeParse(value);
  if (parsed.success) return { incoming: parsed.data };
  const [issue] = parsed.error.issues;
  const message = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
  return { error: new UserError('line-no-article', `Line ${number} is no article: ${message}.`) };
}

/** Counts the lines of a file, for showing progress. */
export async function countLines(file: FileHandle): Promise<number> {
  let lines = 0;
  let last = 10;
  for await (const chunk of bytesOf(file)) {
    // A stream without an encoding gives bytes.
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
    last = (chunk as Buffer).at(-1) ?? last;
  }
  return last === 10 ? lines : lines + 1;
}

/** Streams a file from its start, wherever it was read before, and leaves it open. */
function bytesOf(file: FileHandle): ReadStream {
  return file.createReadStream({ start: 0, autoClose: false });
}
