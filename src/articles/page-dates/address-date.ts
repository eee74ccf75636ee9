import { type Day, dayOf } from '../../text/dates/calendar.js';
import { monthNamed } from '../../text/dates/month-names.js';

/** Addresses of articles are no older than the web. */
const FIRST_YEAR = 1993;
const LAST_YEAR = 2099;

/** "/2018/06/28/", "/2018-06-28-title", "/2018/jun/28/", "/20180628/". */
const FORMS: readonly RegExp[] = [
  /(?<=[/_-])(?<year>\d{4})(?<mark>[/_-])(?<month>\d{1,2}|[a-z]{3,9})\k<mark>(?<day>\d{1,2})(?=[/_.-]|$)/i,
  /(?<=\/)(?<year>\d{4})\/(?<month>\d{2})-?(?<day>\d{2})(?=[/_.-]|$)/,
  /(?<=[/_-])(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=[/_.-]|$)/,
];

/** Finds the day in the address of an article; null if it has none. */
export function dayOfAddress(address: string): Day | null {
  if (!URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  for (const form of FORMS) {
    const { year, month = '', day } = form.exec(pathname)?.groups ?? {};
    const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
    if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR || number === null) continue;
    const found = dayOf(Number(year), number, Number(day));
    if (found !== null) return found;
  }
  return null;
}
