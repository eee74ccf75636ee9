import type { Answer, AskOptions, NoAnswer } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';
import { UserError } from '../../src/user-error.js';

/** What `ask` gives; null for a question that it rejects (an overlong one), which a set may hold. */
export async function askOrRefuse(
  archive: Archive,
  question: string,
  options: AskOptions = {},
): Promise<Answer | NoAnswer | null> {
  try {
    return await ask(archive, question, options);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
