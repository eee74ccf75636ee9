import { dayOfTimestamp } from '../../text/dates/calendar.js';
import type { LineRule, OpeningRule } from './rule.js';
import { matchedLength } from './rule.js';

const SCRAPED_DATE = /^date\s+(?<date>\d{4}-\d{2}-\d{2})(?=\s|$)/i;

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const STAMP_WORD = /(?:first |last )?(?:updated|published|posted|modified|date)(?: (?:on|at))?:?/gi;
const STAMP_PARTS: readonly RegExp[] = [
  STAMP_WORD,
  new RegExp(`\\b${MONTH}\\b\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?`, 'gi'),
  new RegExp(`\\b\\d{1,2} ${MONTH}\\b\\.?(?:,? \\d{4})?`, 'gi'),
  /\b\d{4}-\d{2}-\d{2}(?:T[\d:.+-]+Z?)?/g,
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi,
  /\b\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?/gi,
  /\b\d{1,2}\s?[ap]\.?m\.?/gi,
  /\b(?:[ECMP][SD]?T|GMT|UTC|BST|HKT)\b/g,
  /\b\d+ (?:min(?:ute)?s?|hours?|days?)(?: ago| read)\b/gi,
  /\bat\b/gi,
];

/** "Updated Jan 5, 2020 - World": dates, times and perhaps the name of a section, and nothing else. */
function isTimeStamp(line: string): boolean {
  if (line.length > 120 || !/\d/.test(line)) return false;
  const withoutSection = line.replace(/ [-–—|] [A-Z][\w&]*(?: [A-Z&][\w]*)?$/, '');
  const rest = STAMP_PARTS.reduce((text, part) => text.replace(part, ''), withoutSection);
  return /^[\s,;|•·()–—-]*$/.test(rest);
}

/** "date 2020-01-05 Mourners wave …": a scraper's own field in front of the first line. */
export const scrapedDateOpening: OpeningRule = {
  reason: 'scrape header',
  length(line, { atTop }) {
    const length = atTop ? matchedLength(SCRAPED_DATE, line) : 0;
    return length < line.length ? length : 0;
  },
};

/**
 * Time stamps, such as "Updated Jan 5, 2020". A date alone may be the heading of a section of a timeline
 * further down, so there the line must say "Updated".
 */
export const timeStampLine: LineRule = {
  reason: 'scrape header',
  holds: (line, { atTop }) => isTimeStamp(line) && (atTop || line.search(STAMP_WORD) === 0),
};

/**
 * Returns the date in a scrape header, as ISO 8601. Null if the text does not begin with one, or the date
 * does not exist.
 * @example "date 2020-01-05 Mourners wave …" gives "2020-01-05"
 */
export function scrapedDate(line: string): string | null {
  return dayOfTimestamp(SCRAPED_DATE.exec(line)?.groups?.date ?? '');
}
