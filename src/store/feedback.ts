import { dayOf, foldQuestion, type Place } from './questions.js';
import type { Store } from './store.js';

/** A member's opinion of an answer. */
export interface Vote {
  /** Our message that is judged. */
  readonly reply: string;
  /** The message that our message answers; for a command, our message itself. */
  readonly message: string;
  readonly place: Place;
  readonly user: string;
  readonly helpful: boolean;
  /** Kept only if the answer was not it; null if it is no longer known, or nobody knows who asked it. */
  readonly question: { readonly words: string; readonly asker: string } | null;
}

/** Records a vote. Each person has one vote per answer; a later vote replaces it. */
export async function recordVote(store: Store, vote: Vote, at: Date): Promise<void> {
  const { reply, user, helpful, question } = vote;
  const { guild, channel, parent } = vote.place;
  const missed = helpful ? null : question;
  const judged = store.pseudonymOf('message', reply);
  const message = store.pseudonymOf('message', vote.message);
  await store.record({
    sql: `INSERT OR REPLACE INTO feedback
          (reply, voter, message, asker, guild, channel, parent, folded, question, helpful, day)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      judged,
      // A different pseudonym for each answer: enough to recognise the same person's next vote on it and to
      // delete it for them, too little to follow them from answer to answer.
      store.pseudonymOf('voter', judged, user),
      message,
      missed === null ? null : store.pseudonymOf('asker', message, missed.asker),
      guild,
      channel,
      parent,
      missed === null ? null : foldQuestion(missed.words),
      missed?.words ?? null,
      helpful ? 1 : 0,
      dayOf(at),
    ],
  });
}

/** Counts the people who found an answer helpful, and those who did not. */
export async function votesFor(store: Store, reply: string): Promise<{ helpful: number; notIt: number }> {
  const { rows } = await store.execute({
    sql: 'SELECT coalesce(sum(helpful), 0) AS helpful, count(*) AS votes FROM feedback WHERE reply = ?',
    args: [store.pseudonymOf('message', reply)],
  });
  const helpful = Number(rows[0]?.helpful);
  return { helpful, notIt: Number(rows[0]?.votes) - helpful };
}
