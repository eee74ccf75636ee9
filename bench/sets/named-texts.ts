import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

const name = z.object({
  start: z.number(),
  end: z.number(),
  kind: z.enum(['person', 'place', 'organisation', 'other']),
});
const document = z.object({
  document: z.string(),
  sentences: z.array(z.object({ text: z.string(), names: z.array(name) })),
});

/** A text in which somebody marked the names, with character offsets `[start, end)`. */
export type NamedText = z.infer<typeof document>;
export type MarkedName = z.infer<typeof name>;

/** @param folder holds `<set>.jsonl` */
export function readNamedTexts(folder: string, set: string): NamedText[] {
  return readJsonLines(path.join(folder, `${set}.jsonl`), document);
}
