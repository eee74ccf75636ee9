import type { Answer, NoAnswer } from '../../answer/answer.js';
import type { Counts, QuestionOutcome } from '../../metrics/counts.js';
import { UserError } from '../../user-error.js';

/** The outcome that each `UserError` code counts as; other codes count as `refused`. */
const OUTCOMES: Readonly<Record<string, QuestionOutcome>> = {
  busy: 'busy',
  'too-slow': 'too_slow',
  restarting: 'restarting',
  'service-closed': 'archive_away',
  'archive-unreachable': 'archive_away',
  'archive-busy': 'busy',
  'search-refused': 'archive_away',
};

/** Answers a question and counts its outcome and how long it took. */
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
