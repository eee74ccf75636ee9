import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../src/user-error.js';
import { readJsonLines } from './json-lines.js';
import { readOriginalSquad } from './squad-original.js';
import type { SquadSet } from './squad-set.js';

const paragraph = z.object({ id: z.string(), title: z.string(), text: z.string() });
const sentence = z
  .object({
    id: z.string(),
    paragraph_id: z.string(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
  })
  .transform(({ paragraph_id, ...rest }) => ({ ...rest, paragraph: paragraph_id }));
const question = z
  .object({
    id: z.string(),
    question: z.string(),
    gold_sentences: z.array(z.string()).min(1),
    unambiguous: z.boolean().optional(),
    answers: z.array(z.string()).min(1),
  })
  .transform(({ gold_sentences, unambiguous, ...rest }) => ({
    ...rest,
    gold: gold_sentences,
    unambiguous: unambiguous ?? null,
  }));
const unanswerable = z
  .object({ id: z.string(), question: z.string(), paragraph_id: z.string().optional() })
  .transform(({ paragraph_id, ...rest }) => ({ ...rest, paragraph: paragraph_id ?? '' }));

/**
 * Reads a folder of `sentences.jsonl`, `paragraphs.jsonl`, `questions.jsonl` (and `unanswerable.jsonl`), a folder that
 * holds an original SQuAD file, or such a file itself.
 */
export function readSquad(place: string): SquadSet {
  if (!existsSync(place)) throw new UserError('eval-no-folder', `There is no ${place}.`);
  if (statSync(place).isFile()) return readOriginalSquad(place);
  const at = (name: string) => path.join(place, name);
  if (!existsSync(at('sentences.jsonl'))) {
    const original = readdirSync(place)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .at(-1);
    if (original !== undefined) return readOriginalSquad(at(original));
  }
  return {
    paragraphs: readJsonLines(at('paragraphs.jsonl'), paragraph),
    sentences: readJsonLines(at('sentences.jsonl'), sentence),
    questions: readJsonLines(at('questions.jsonl'), question),
    unanswerable: existsSync(at('unanswerable.jsonl'))
      ? readJsonLines(at('unanswerable.jsonl'), unanswerable)
      : [],
  };
}
