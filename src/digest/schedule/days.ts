import type { Archive } from '../../archive/archive.js';
import { addDays, type Day, dayOfTimestamp } from '../../text/dates/calendar.js';
import { dayOfArticle } from './period.js';

export type { Day } from '../../text/dates/calendar.js';

/** Reads a day as people type it: `2020-01-05`, "today", "yesterday". Returns null for anything else. */
export function readDay(typed: string, today: Day): Day | null {
  const word = typed.trim().toLowerCase();
  if (word === 'today') return today;
  if (word === 'yesterday') return addDays(today, -1);
  const day = dayOfTimestamp(word);
  return day !== null && day.length === word.length ? day : null;
}

/** The days that have articles, earliest first. */
export function daysWithArticles(archive: Archive): Day[] {
  return [...new Set(archive.articles().flatMap((article) => dayOfArticle(article) ?? []))].sort();
}
