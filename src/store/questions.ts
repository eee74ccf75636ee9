import type { InStatement } from '@libsql/client';
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
  /** What its spellings have in common, see `foldQuestion`. */
  readonly folded: string;
  /** The number of times that the archive had no answer. */
  readonly unanswered: number;
  /** The number of people who said that the answer was not it. */
  readonly notIt: number;
  /** Days, in UTC, such as `2020-01-05`: the moment would lead to the message, and so to whoever asked. */
  readonly firstAsked: string;
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
    .replace(/(?<![?!.\s])[?!.\s]+$/, '')
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
    folded: z.string(),
    unanswered: z.number(),
    not_it: z.number(),
    first_asked: z.string(),
    last_asked: z.string(),
  })
  .transform(({ not_it, first_asked, last_asked, ...rest }) => ({
    ...rest,
    notIt: not_it,
    firstAsked: first_asked,
    lastAsked: last_asked,
  }));

/**
 * Lists the missed questions that nobody has dealt with, the most frequent first.
 * @param guild null for those of all guilds
 */
export async function missedQuestions(
  store: Store,
  guild: string | null,
  limit: number,
): Promise<MissedQuestion[]> {
  const { rows } = await store.execute({
    sql: `SELECT guild, question, folded, sum(unanswered) AS unanswered, sum(not_it) AS not_it,
            min(day) AS first_asked, max(day) AS last_asked FROM (
            SELECT guild, folded, question, day, 1 AS unanswered, 0 AS not_it FROM questions WHERE done = 0
            UNION ALL
            SELECT guild, folded, question, day, 0, 1 FROM feedback WHERE question IS NOT NULL AND done = 0
          ) WHERE guild = ? OR ? IS NULL
          GROUP BY guild, folded
          ORDER BY count(*) DESC, last_asked DESC, folded LIMIT ?`,
    args: [guild, guild, limit],
  });
  return rows.map((found) => row.parse(found));
}

/** Takes questions off the list of those that are missed, until they are missed again. */
export async function dealWithQuestions(
  store: Store,
  guild: string,
  folded: readonly string[],
): Promise<void> {
  await store.settled();
  await store.batch(ofQuestions('UPDATE ?t SET done = 1', guild, folded), 'write');
}

/** Deletes missed questions, with the votes that say so. */
export async function forgetQuestions(store: Store, guild: string, folded: readonly string[]): Promise<void> {
  await store.settled();
  await store.erase(ofQuestions('DELETE FROM ?t', guild, folded));
}

function ofQuestions(change: string, guild: string, folded: readonly string[]): InStatement[] {
  return ['questions', 'feedback'].map((table) => ({
    sql: `${change.replace('?t', table)} WHERE guild = ? AND folded IN (SELECT value FROM json_each(?))`,
    args: [guild, JSON.stringify(folded)],
  }));
}
