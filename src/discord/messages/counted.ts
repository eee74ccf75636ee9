import type { Answer, NoAnswer } from '../../answer/answer.js';
import type { Counts, QuestionOutcome } from '../../metrics/counts.js';
import { UserError } from '../../user-error.js';

/** What errors that a person reads mean for a question, by their codes; every other one refuses it. */
const OUTCOMES: Readonly<Record<string, QuestionOutcome>> = {
  busy: 'busy',
  'too-slow': 'too_slow',
  restarting: 'restarting',
  'service-closed': 'archive_away',
  'archive-unreachable': 'archive_away',
  'archive-busy': 'busy',
  'search-refused': 'archive_away',
};

/** Counts a question, by how it ends and how long that takes. */
export async function countedQuestion<T extends Answer | NoAnswer>(
  counts: Counts,
  ask: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const count = (outcome: QuestionOutcome): void =>
    counts.question(outcome, (performance.now() - start) / 1000);
  try {
    const answer = await ask();
    count(answer.answered ? 'answered' : 'unanswered');
    return answer;
  } catch (error) {
    count(error instanceof UserError ? (OUTCOMES[error.code] ?? 'refused') : 'fault');
    throw error;
  }
}
