import { z } from 'zod';
import type { Store } from './store.js';

/** Where a question was asked. */
export interface Place {
  readonly guild: string;
  readonly channel: string;
  /** The channel that a thread or forum post belongs to; null for other channels. */
  readonly parent: string | null;
}

/** A question that found no answer, or a wrong one. Who asked is not kept. */
export interface MissedQuestion {
  readonly guild: string;
  /** In one of its spellings. */
  readonly question: string;
  /** The number of times that the archive had no answer. */
  readonly unanswered: number;
  /** The number of people who said that the answer was not it. */
  readonly notIt: number;
  /** The day, in UTC, such as `2020-01-05`: the moment would lead to the message, and so to whoever asked. */
  readonly lastAsked: string;
}

/**
 * Folds a question, so that spellings that differ only in case, spacing or final punctuation are equal.
 * @example foldQuestion('Who resigned?') // 'who resigned'
 */
export function foldQuestion(question: string): string {
  return question
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[?!.\s]+$/, '')
    .trim();
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/**
 * Records that the archive had no answer to a question.
 * @param message the message that asks, with which the question is deleted; for a command, our answer to it
 * @param asker whoever asked: kept as a pseudonym, another one for each question, so that they can have it
 *   deleted and nobody can follow them from question to question
 */
export async function recordUnanswered(
  store: Store,
  { message, asker }: { readonly message: string; readonly asker: string },
  { guild, channel, parent }: Place,
  question: string,
  at: Date,
): Promise<void> {
  const id = store.pseudonymOf('message', message);
  await store.record({
    sql: `INSERT OR REPLACE INTO questions (message, asker, guild, channel, parent, folded, question, day)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    args: [
      id,
      store.pseudonymOf('asker', id, asker),
      guild,
      channel,
      parent,
      foldQuestion(question),
      question,
      dayOf(at),
    ],
  });
}

const row = z
  .object({
    guild: z.string(),
    question: z.string(),
    unanswered: z.number(),
    not_it: z.number(),
    last_asked: z.string(),
  })
  .transform(({ not_it, last_asked, ...rest }) => ({ ...rest, notIt: not_it, lastAsked: last_asked }));

/**
 * Lists the missed questions, the most frequent first.
 * @param guild null for those of all guilds
 */
export async function missedQuestions(
  store: Store,
  guild: string | null,
  limit: number,
): Promise<MissedQuestion[]> {
  const { rows } = await store.execute({
    sql: `SELECT guild, question, sum(unanswered) AS unanswered, sum(not_it) AS not_it, max(day) AS last_asked FROM (
            SELECT guild, folded, question, day, 1 AS unanswered, 0 AS not_it FROM questions
            UNION ALL
            SELECT guild, folded, question, day, 0, 1 FROM feedback WHERE question IS NOT NULL
          ) WHERE guild = ? OR ? IS NULL
          GROUP BY guild, folded
          ORDER BY count(*) DESC, last_asked DESC, folded LIMIT ?`,
    args: [guild, guild, limit],
  });
  return rows.map((found) => row.parse(found));
}
