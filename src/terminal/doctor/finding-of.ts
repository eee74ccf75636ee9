import type { Finding } from '../../finding.js';
import { UserError } from '../../user-error.js';

/** Returns what `look` finds. An error that is meant for a person becomes a finding. */
export async function findingOf(part: string, look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { part, state: 'wrong', words: error.message, hint: error.hint };
  }
}
