import { foldQuestion, type Scope } from './questions.js';
import type { Store } from './store.js';

/** What a member thinks of an answer. */
export interface Vote {
  /** Our message that is judged. */
  readonly reply: string;
  readonly user: string;
  readonly scope: Scope;
  readonly helpful: boolean;
  /** Kept only when the answer was not it; null where storing questions is off. */
  readonly question: string | null;
}

/** Records a vote: one a person and answer, the last one counts. */
export async function recordVote(store: Store, vote: Vote, at: Date): Promise<void> {
  const { reply, scope, helpful } = vote;
  const missed = helpful ? null : vote.question;
  const folded = missed === null ? null : foldQuestion(missed);
  // One for each answer: enough to know the same person again, too little to follow them from answer to answer.
  const voter = store.pseudonymOf('voter', reply, vote.user);
  const known =
    'INSERT INTO questions (scope, folded, question, last_asked) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  await store.batch(
    [
      {
        sql: 'INSERT OR REPLACE INTO feedback (reply, voter, scope, folded, helpful) VALUES (?, ?, ?, ?, ?)',
        args: [reply, voter, scope, folded, helpful ? 1 : 0],
      },
      ...(missed === null ? [] : [{ sql: known, args: [scope, folded, missed, at.toISOString()] }]),
    ],
    'write',
  );
}

/** How many people found the answer helpful, and how many not. */
export async function votesFor(store: Store, reply: string): Promise<{ helpful: number; notIt: number }> {
  const { rows } = await store.execute({
    sql: 'SELECT coalesce(sum(helpful), 0) AS helpful, count(*) AS votes FROM feedback WHERE reply = ?',
    args: [reply],
  });
  const helpful = Number(rows[0]?.helpful);
  return { helpful, notIt: Number(rows[0]?.votes) - helpful };
}
