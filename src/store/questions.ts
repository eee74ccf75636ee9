import { z } from 'zod';
import type { Store } from './store.js';

/** Where a question was asked: a guild's id. */
export type Scope = string;

/** A question that found no answer, or a wrong one. Who asked is not kept. */
export interface MissedQuestion {
  readonly scope: Scope;
  /** As first asked. */
  readonly question: string;
  /** How often the archive had no answer. */
  readonly unanswered: number;
  /** How many people said that the answer was not it. */
  readonly notIt: number;
  /** ISO 8601, UTC. */
  readonly lastAsked: string;
}

/** Two spellings that differ in case, spacing or final punctuation are one question. */
export function foldQuestion(question: string): string {
  return question
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[?!.\s]+$/, '')
    .trim();
}

/** Notes that the archive had no answer to a question. */
export async function recordUnanswered(
  store: Store,
  scope: Scope,
  question: string,
  at: Date,
): Promise<void> {
  await store.execute({
    sql: `INSERT INTO questions (scope, folded, question, unanswered, last_asked) VALUES (?, ?, ?, 1, ?)
      ON CONFLICT DO UPDATE SET unanswered = unanswered + 1, last_asked = excluded.last_asked`,
    args: [scope, foldQuestion(question), question, at.toISOString()],
  });
}

const row = z
  .object({
    scope: z.string(),
    question: z.string(),
    unanswered: z.number(),
    not_it: z.number(),
    last_asked: z.string(),
  })
  .transform(({ not_it, last_asked, ...rest }) => ({ ...rest, notIt: not_it, lastAsked: last_asked }));

/**
 * The questions that were missed most often, first.
 * @param scope null for all of them
 */
export async function missedQuestions(
  store: Store,
  scope: Scope | null,
  limit: number,
): Promise<MissedQuestion[]> {
  const { rows } = await store.execute({
    sql: `SELECT * FROM (
        SELECT scope, question, unanswered, last_asked, (
          SELECT count(*) FROM feedback
          WHERE feedback.scope = questions.scope AND feedback.folded = questions.folded AND helpful = 0
        ) AS not_it FROM questions WHERE scope = ? OR ? IS NULL
      ) WHERE unanswered + not_it > 0
      ORDER BY unanswered + not_it DESC, last_asked DESC LIMIT ?`,
    args: [scope, scope, limit],
  });
  return rows.map((found) => row.parse(found));
}
