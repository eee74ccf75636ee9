import { z } from 'zod';
import type { Hold } from '../digest-sends.js';
import type { Store } from '../store.js';
import { type Watch, watchRow } from './watches.js';

/*
 * An article that a watch is to hear of is an alert. Alerts are told in messages, one or several at a time. What
 * the states of a message mean is decided in discord/watches/delivery.ts.
 */

const STATES = ['claimed', 'waiting', 'sent', 'empty', 'failed'] as const;
export type AlertState = (typeof STATES)[number];

/** A message that tells alerts. Times are in milliseconds since 1970. */
export interface AlertMessage {
  readonly id: number;
  readonly watch: number;
  readonly isSummary: boolean;
  readonly created: number;
  readonly state: AlertState;
  readonly attempts: number;
  /** When it may first have reached Discord; null if it never did. */
  readonly tried: number | null;
  readonly message: string | null;
  readonly reason: string | null;
}

const messageRow = z
  .object({
    id: z.number(),
    watch: z.number(),
    is_summary: z.number().transform(Boolean),
    created: z.number(),
    state: z.enum(STATES),
    attempts: z.number(),
    tried: z.number().nullable(),
    message: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform(({ is_summary, ...rest }): AlertMessage => ({ ...rest, isSummary: is_summary }));

/** The source keys by which an article had come when it was looked at; null where an older version looked at it. */
export type MatchedSources = readonly string[] | null;

/** For which watches an article was found. */
export interface FoundArticle {
  readonly article: string;
  /** The sources that it has come by, and those by which it had come when it was looked at before; undefined if it was not. */
  readonly sources: readonly string[];
  readonly before?: readonly string[] | undefined;
  readonly watches: readonly { readonly watch: number; readonly isMinor: boolean }[];
}

/**
 * Records what was found, and that the articles are done with, whole or not at all. What another process has recorded
 * of an article meanwhile stands, and nothing is recorded of it here.
 * @returns the articles of which that is so
 */
export async function recordFound(
  store: Store,
  found: readonly FoundArticle[],
  now: number,
): Promise<readonly string[]> {
  if (found.length === 0) return [];
  const perArticle = 3;
  const results = await store.batch(
    found.flatMap(({ article, sources, before, watches }) => {
      const args = {
        article,
        now,
        sources: JSON.stringify(sources),
        before: before === undefined ? null : JSON.stringify(before),
        watches: JSON.stringify(watches.map(({ watch, isMinor }) => [watch, isMinor ? 1 : 0])),
      };
      const isUnchanged = `CASE WHEN :before IS NULL THEN NOT EXISTS (SELECT 1 FROM matched_articles WHERE article = :article)
        ELSE EXISTS (SELECT 1 FROM matched_articles WHERE article = :article AND sources = :before) END`;
      const their = "SELECT json_extract(value, '$[0]') FROM json_each(:watches)";
      return [
        {
          // A watch may have ended meanwhile.
          sql: `INSERT INTO alerts (watch, article, found, is_minor)
                SELECT watches.id, :article, :now, json_extract(value, '$[1]')
                FROM json_each(:watches) JOIN watches ON watches.id = json_extract(value, '$[0]')
                WHERE ${isUnchanged} ON CONFLICT DO NOTHING`,
          args,
        },
        { sql: `UPDATE watches SET heard = :now WHERE id IN (${their}) AND ${isUnchanged}`, args },
        {
          sql: `INSERT INTO matched_articles (article, at, sources) SELECT :article, :now, :sources WHERE ${isUnchanged}
                ON CONFLICT (article) DO UPDATE SET sources = excluded.sources, at = excluded.at`,
          args,
        },
      ];
    }),
    'write',
  );
  return found.flatMap(({ article }, at) =>
    results[perArticle * at + perArticle - 1]?.rowsAffected === 0 ? [article] : [],
  );
}

/** Returns the articles that are done with, or those of these that are, with the sources by which they had come. */
export async function matchedArticles(
  store: Store,
  articles?: readonly string[],
): Promise<Map<string, MatchedSources>> {
  const { rows } = await store.execute({
    sql: `SELECT article, sources FROM matched_articles
      WHERE :articles IS NULL OR article IN (SELECT value FROM json_each(:articles))`,
    args: { articles: articles === undefined ? null : JSON.stringify(articles) },
  });
  return new Map(rows.map(({ article, sources }) => [String(article), sourcesRow.parse(sources)]));
}

const sourcesRow = z
  .string()
  .nullable()
  .transform((json) => (json === null ? null : z.array(z.string()).parse(JSON.parse(json))));

/** Returns the newest article that was found for each of the watches that have one. */
export async function lastFound(store: Store): Promise<Map<number, string>> {
  const { rows } = await store.execute('SELECT watch, article, MAX(found) FROM alerts GROUP BY watch');
  return new Map(rows.map(({ watch, article }) => [Number(watch), String(article)]));
}

/** A watch that has something to tell. */
export interface WaitingWatch {
  readonly watch: Watch;
  /** Oldest first. */
  readonly waiting: readonly {
    readonly article: string;
    readonly found: number;
    readonly isMinor: boolean;
  }[];
  /** When its alerts were sent since a moment, summaries apart. */
  readonly alerted: readonly number[];
}

/**
 * Reads the watches that have something to tell and no message under way.
 * @param since from when on alerts are counted
 */
export async function waitingWatches(store: Store, since: number): Promise<WaitingWatch[]> {
  const ready = `SELECT DISTINCT watch FROM alerts WHERE message IS NULL AND watch NOT IN
    (SELECT watch FROM alert_messages WHERE state IN ('claimed', 'waiting'))`;
  const [watches, alerts, sent] = await store.batch(
    [
      `SELECT * FROM watches WHERE id IN (${ready}) ORDER BY id`,
      'SELECT watch, article, found, is_minor FROM alerts WHERE message IS NULL ORDER BY found, article',
      {
        sql: 'SELECT watch, created FROM alert_messages WHERE is_summary = 0 AND created >= ?',
        args: [since],
      },
    ],
    'read',
  );
  const of = <T>(rows: typeof watches, read: (row: NonNullable<typeof rows>['rows'][number]) => T) => {
    const byWatch = new Map<number, T[]>();
    for (const row of rows?.rows ?? []) {
      const watch = Number(row.watch);
      byWatch.set(watch, [...(byWatch.get(watch) ?? []), read(row)]);
    }
    return byWatch;
  };
  const waiting = of(alerts, ({ article, found, is_minor }) => ({
    article: String(article),
    found: Number(found),
    isMinor: is_minor === 1,
  }));
  const alerted = of(sent, ({ created }) => Number(created));
  return (watches?.rows ?? []).map((row) => {
    const watch = watchRow.parse(row);
    return { watch, waiting: waiting.get(watch.id) ?? [], alerted: alerted.get(watch.id) ?? [] };
  });
}

/**
 * Claims a message that tells some alerts of a watch. If several processes ask at once, one gets it; the others
 * get null, as does everybody if the watch has another message under way.
 */
export async function claimAlerts(
  store: Store,
  alerts: { readonly watch: number; readonly articles: readonly string[]; readonly isSummary: boolean },
  { holder, now, lease }: Hold,
): Promise<AlertMessage | null> {
  const { watch, articles, isSummary } = alerts;
  const theirs = `watch = ? AND message IS NULL AND article IN (${articles.map(() => '?').join(', ')})`;
  const [claimed] = await store.batch(
    [
      {
        // One message of a watch is under way at a time, see the table's index.
        sql: `INSERT INTO alert_messages (watch, is_summary, created, state, holder, held_until, attempts)
              SELECT ?, ?, ?, 'claimed', ?, ?, 1
              WHERE (SELECT COUNT(*) FROM alerts WHERE ${theirs}) = ? ON CONFLICT DO NOTHING RETURNING *`,
        args: [watch, isSummary ? 1 : 0, now, holder, now + lease, watch, ...articles, articles.length],
      },
      {
        sql: `UPDATE alerts SET message = last_insert_rowid() WHERE changes() = 1 AND ${theirs}`,
        args: [watch, ...articles],
      },
    ],
    'write',
  );
  return claimed?.rows[0] === undefined ? null : messageRow.parse(claimed.rows[0]);
}

/** Takes over a message whose holder is gone, or whose next attempt is due. Returns null if there is none. */
export async function reclaimAlerts(
  store: Store,
  { holder, now, lease }: Hold,
): Promise<AlertMessage | null> {
  const { rows } = await store.execute({
    sql: `UPDATE alert_messages SET state = 'claimed', holder = ?, held_until = ?, attempts = attempts + 1
          WHERE id = (
            SELECT id FROM alert_messages
            WHERE (state = 'claimed' AND held_until <= ?) OR (state = 'waiting' AND next_try <= ?)
            ORDER BY id LIMIT 1)
          RETURNING *`,
    args: [holder, now + lease, now, now],
  });
  return rows[0] === undefined ? null : messageRow.parse(rows[0]);
}

/** What a message tells. */
export interface ToldAlerts {
  /** Ids of its articles, oldest first. */
  readonly articles: readonly string[];
  /** The article that was told before; null if it is the watch's first. */
  readonly previous: string | null;
}

export async function toldAlerts(store: Store, { id, watch }: AlertMessage): Promise<ToldAlerts> {
  const [own, before] = await store.batch(
    [
      { sql: 'SELECT article FROM alerts WHERE message = ? ORDER BY found, article', args: [id] },
      {
        sql: `SELECT article FROM alerts JOIN alert_messages ON alert_messages.id = alerts.message
              WHERE alerts.watch = ? AND alert_messages.id < ? AND state = 'sent'
              ORDER BY alert_messages.id DESC, found DESC, article DESC LIMIT 1`,
        args: [watch, id],
      },
    ],
    'read',
  );
  const previous = before?.rows[0]?.article;
  return {
    articles: (own?.rows ?? []).map(({ article }) => String(article)),
    previous: previous === undefined ? null : String(previous),
  };
}

/**
 * Records, before a message is sent, that it may be in Discord from now on. Returns false if another process has
 * taken it over, or the watch has ended.
 */
export async function recordAlertTry(
  store: Store,
  { id }: AlertMessage,
  { holder, now, lease }: Hold,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `UPDATE alert_messages SET tried = COALESCE(tried, ?), held_until = ?
          WHERE id = ? AND state = 'claimed' AND holder = ?`,
    args: [now, now + lease, id, holder],
  });
  return rowsAffected === 1;
}

export interface AlertOutcome {
  readonly state: Exclude<AlertState, 'claimed'>;
  readonly message?: string;
  readonly reason?: string;
  readonly nextTry?: number;
}

/** Records the outcome of a message. Returns false if another process has taken it over. */
export async function recordAlertOutcome(
  store: Store,
  { id }: AlertMessage,
  holder: string,
  { state, message, reason, nextTry }: AlertOutcome,
): Promise<boolean> {
  const { rowsAffected } = await store.execute({
    sql: `UPDATE alert_messages SET state = ?, message = ?, reason = ?, next_try = ?
          WHERE id = ? AND state = 'claimed' AND holder = ?`,
    args: [state, message ?? null, reason ?? null, nextTry ?? null, id, holder],
  });
  return rowsAffected === 1;
}

/** Deletes what is told and older than a moment, but for the last article of each watch, with which the next is compared. */
export async function forgetOldAlerts(store: Store, before: number): Promise<void> {
  const old = `id IN (SELECT id FROM alert_messages WHERE created < ?1 AND state NOT IN ('claimed', 'waiting')
    AND id NOT IN (SELECT MAX(id) FROM alert_messages WHERE state = 'sent' GROUP BY watch))`;
  await store.batch(
    [
      { sql: `DELETE FROM alerts WHERE message ${old.replace('id IN', 'IN')}`, args: [before] },
      { sql: `DELETE FROM alert_messages WHERE ${old}`, args: [before] },
      { sql: 'DELETE FROM matched_articles WHERE at < ?', args: [before] },
    ],
    'write',
  );
}
