import path from 'node:path';
import { z } from 'zod';
import { readJsonLines } from './json-lines.js';

/** Answer-sentence selection: which of the candidates answers the question. */
export interface SelectionQuestion {
  readonly id: string;
  readonly question: string;
  readonly candidates: readonly { readonly text: string; readonly right: boolean }[];
}

export type SelectionName = 'trecqa' | 'wikiqa';

const row = z.object({
  id: z.string(),
  question: z.string(),
  candidates: z.array(
    z
      .object({ text: z.string(), label: z.union([z.literal(0), z.literal(1)]) })
      .transform(({ text, label }) => ({ text, right: label === 1 })),
  ),
});

/** Reads `dev.jsonl` or `train.jsonl` of `trecqa/` or `wikiqa/`; questions without a right candidate are kept. */
export function readSelection(folder: string, part: 'train' | 'dev'): SelectionQuestion[] {
  return readJsonLines(path.join(folder, `${part}.jsonl`), row);
}
