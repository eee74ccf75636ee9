import { addDays, type Day, dayOfTimestamp } from '../../text/dates/calendar.js';
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
  includes(article: ArticleDates): boolean;
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
    includes(article) {
      const day = dayOfArticle(article);
      return day !== null && day >= from && day <= to;
    },
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
    includes({ published, added }) {
      const moment = readMoment(published, zone) ?? readMoment(added, zone);
      if (moment === null || moment >= end) return false;
      if (moment >= start) return true;
      const arrived = added?.includes('T') ? readMoment(added, zone) : null;
      return moment >= eve && arrived !== null && arrived >= start && arrived < end;
    },
  };
}

/** The zone's wall clock at an ISO 8601 date or time; noon where only a date is given. */
function readMoment(timestamp: string | null, zone: string): string | null {
  const day = dayOfTimestamp(timestamp ?? '');
  if (timestamp === null || day === null) return null;
  if (!timestamp.includes('T')) return `${day}T12:00:00`;
  const instant = new Date(timestamp);
  return Number.isNaN(instant.getTime()) ? `${day}T12:00:00` : wallClock(instant, zone);
}
