import { type Day, dayOfTimestamp, daysBetween } from '../../text/dates/calendar.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { dayOfAddress } from './address-date.js';
import { dayOrderOf } from './day-order.js';
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

/**
 * Finds the dates of an article's page. The day of publication is the one in its address, else the one that it states
 * for programs, else the one that it shows near its headline.
 * @param address where the page stands, if that is known
 */
export function pageDates(document: Page, address: string | null): PageDates {
  const order = dayOrderOf(document, address);
  const stated = statedDates(document);
  const published = sound(stated.published.map((written) => writtenTimestamp(written, order)));
  const updated = sound(stated.updated.map((written) => writtenTimestamp(written, order)));
  const shown = shownDates(document, order);
  const shownAs = (...kinds: ShownDate['says'][]) =>
    sound(shown.filter(({ says }) => kinds.includes(says)).map(({ date }) => date));
  const day = address === null ? null : dayOfAddress(address);
  return {
    published: publication(day, published, [...shownAs('published'), ...shownAs(null)]),
    updated: updated[0] ?? shownAs('updated')[0] ?? null,
  };
}

/** @param shown dates near the headline, the surest first */
function publication(
  ofAddress: Day | null,
  stated: readonly string[],
  [shown]: readonly string[],
): string | null {
  const [surest] = stated;
  const onDay = (day: Day) => stated.find((date) => dayOfTimestamp(date) === day);
  if (ofAddress !== null) return onDay(ofAddress) ?? ofAddress;
  if (surest === undefined) return shown ?? null;
  const shownDay = dayOfTimestamp(shown ?? '');
  if (shownDay === null) return surest;
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
