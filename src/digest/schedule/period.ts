import { addDays, type Day, dayOfTimestamp, daysBetween } from '../../text/dates/calendar.js';
import { wallClock } from './wall-clock.js';

/** The dates on which an article was published and added. */
export interface ArticleDates {
  readonly published: string | null;
  readonly added: string | null;
}

/** Which articles a digest is made of. */
export interface Period {
  /** The date that the digest bears: the last day of the period. */
  readonly date: Day;
  /** The days of which it tells, where they are several: those of which most lies in the period. */
  readonly days: readonly [first: Day, last: Day] | null;
  includes(article: ArticleDates): boolean;
  /** Returns the period of the same length right before it, of a day at least. */
  before(): Period;
}

/**
 * Returns the day of an article, as its source counts days: the day it was published, otherwise the day it
 * was added. Null if neither is known.
 */
export function dayOfArticle({ published, added }: ArticleDates): Day | null {
  return dayOfTimestamp(published ?? '') ?? dayOfTimestamp(added ?? '');
}

/** Whole calendar days, both inclusive. */
export function periodOfDays(from: Day, to: Day): Period {
  return {
    date: to,
    days: from < to ? [from, to] : null,
    includes(article) {
      const day = dayOfArticle(article);
      return day !== null && day >= from && day <= to;
    },
    before: () => periodOfDays(addDays(from, -1 - daysBetween(from, to)), addDays(from, -1)),
  };
}

/**
 * Returns the period between two digests, in the zone of the readers. An article with a date but no time
 * counts as published at noon. An article published in the day before the last digest, but added only after
 * it, belongs to this period; otherwise no digest would have it.
 */
export function periodBetween(from: Date, to: Date, zone: string): Period {
  const [start, end] = [wallClock(from, zone), wallClock(to, zone)];
  const eve = `${addDays(start.slice(0, 10), -1)}${start.slice(10)}`;
  return {
    date: end.slice(0, 10),
    days: wholeDays(start, end),
    includes({ published, added }) {
      const moment = readMoment(published, zone) ?? readMoment(added, zone);
      if (moment === null || moment >= end) return false;
      if (moment >= start) return true;
      const arrived = added?.includes('T') ? readMoment(added, zone) : null;
      return moment >= eve && arrived !== null && arrived >= start && arrived < end;
    },
    before: () => {
      const length = Math.max(to.getTime() - from.getTime(), DAY);
      return periodBetween(new Date(from.getTime() - length), from, zone);
    },
  };
}

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;
const NOON = 'T12:00:00';

/** From Monday 08:00 to the next is Monday to Sunday: of a week that begins in the evening, the next day is the first. */
function wholeDays(start: string, end: string): readonly [Day, Day] | null {
  const [from, to] = [start.slice(0, 10), end.slice(0, 10)];
  const first = start.slice(10) <= NOON ? from : addDays(from, 1);
  const last = end.slice(10) > NOON ? to : addDays(to, -1);
  return first < last ? [first, last] : null;
}

/** The zone's wall clock at an ISO 8601 date or time; noon where only a date is given. */
function readMoment(timestamp: string | null, zone: string): string | null {
  const day = dayOfTimestamp(timestamp ?? '');
  if (timestamp === null || day === null) return null;
  if (!timestamp.includes('T')) return `${day}${NOON}`;
  const instant = new Date(timestamp);
  return Number.isNaN(instant.getTime()) ? `${day}${NOON}` : wallClock(instant, zone);
}
