import { type Day, dayOfTimestamp, daysBetween } from '../../text/dates/calendar.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { dayOfAddress } from './address-date.js';
import { orderWhereItMatters } from './day-order.js';
import type { Page } from './page.js';
import { type ShownDate, shownDates } from './shown-dates.js';
import { statedDates } from './stated-dates.js';

/** When an article was published, and when it was last changed; ISO 8601 dates or times, in the source's own day. */
export interface PageDates {
  readonly published: string | null;
  readonly updated: string | null;
}

/** What programs write that have no date. */
const NO_DAY = '1970-01-01';
/** Days after which a change makes no new article. */
const LONG_AGO = 30;

/**
 * Finds the dates of an article's page. The day of publication is the one in its address, else the one that it states
 * for programs, else the one that it shows near its headline.
 * @param address where the page stands, if that is known
 */
export function pageDates(document: Page, address: string | null): PageDates {
  const orderFor = orderWhereItMatters(document, address);
  const stated = statedDates(document);
  const read = (written: readonly string[]) =>
    sound(written.map((date) => writtenTimestamp(date, orderFor(date))));
  const published = read(stated.published);
  const updated = read(stated.updated);
  const day = address === null ? null : dayOfAddress(address);
  // Looking for what is shown takes the most time.
  const shown = day === null || updated.length === 0 ? shownDates(document, orderFor) : [];
  const shownAs = (...kinds: ShownDate['says'][]) =>
    sound(shown.filter(({ says }) => kinds.includes(says)).map(({ date }) => date));
  return {
    published: publication(day, published, updated, [...shownAs('published'), ...shownAs(null)]),
    updated: updated[0] ?? shownAs('updated')[0] ?? null,
  };
}

/** @param shown dates near the headline, the surest first */
function publication(
  ofAddress: Day | null,
  stated: readonly string[],
  updated: readonly string[],
  [shown]: readonly string[],
): string | null {
  const [surest] = stated;
  const onDay = (day: Day) => stated.find((date) => dayOfTimestamp(date) === day);
  if (ofAddress !== null) return onDay(ofAddress) ?? ofAddress;
  if (surest === undefined) return shown ?? null;
  const shownDay = dayOfTimestamp(shown ?? '');
  if (shownDay === null) return surest;
  // An old article that was changed shows and states the day of the change; that is not a new article.
  const isChange = updated.some((date) => dayOfTimestamp(date) === shownDay);
  const first = dayOfTimestamp(surest);
  if (isChange && first !== null && daysBetween(first, shownDay) > LONG_AGO) return surest;
  // Where a page contradicts itself, and where a clock in Greenwich shows another day, it is the day that readers see.
  return onDay(shownDay) ?? (isNextDoor(surest, shownDay) ? shownDay : surest);
}

/** Whether a time in UTC is within a day of the day that the source's own clock may have shown. */
function isNextDoor(timestamp: string, day: Day): boolean {
  const own = dayOfTimestamp(timestamp);
  return /(?:Z|[+-]00:00)$/.test(timestamp) && own !== null && Math.abs(daysBetween(own, day)) === 1;
}

function sound(dates: readonly (string | null)[]): string[] {
  return dates.flatMap((date) => (date === null || date.startsWith(NO_DAY) ? [] : [date]));
}
