import { dayOfTimestamp } from '../../text/dates/calendar.js';
import { type DayOrder, findWrittenDays } from '../../text/dates/written-days.js';
import { writtenTimestamp } from '../../text/dates/written-timestamp.js';
import { foldWhiteSpace } from '../block.js';
import type { OrderFor } from './day-order.js';
import type { Page, PageElement, TreeNode } from './page.js';

/** A date that a reader sees, as ISO 8601. */
export interface ShownDate {
  readonly date: string;
  readonly says: 'published' | 'updated' | null;
}

/** What stands here belongs to other articles, to the site, or to readers. */
const FRAME_ELEMENTS = /^(?:aside|nav|footer|figcaption|blockquote)$/;
const FRAME = /comment|related/i;
/** The same by names that are used for parts of the article too. */
const ELSEWHERE =
  /comment|related|teaser|sidebar|widget|recommend|latest|popular|trending|recent|footer|copyright|most-read|calendar/i;
/** Elements that say by their names that they hold a date. */
const DATED_ITEM = /^date(?:Published|Created|Modified)$/i;
const DATED_CLASS = /date|time|publish|posted|byline|meta|info/i;
const DATED_ID = /date/i;

/** A date stands in a line of its own or beside names; longer texts are the story. */
const LONGEST_LINE = 160;
const UPDATED =
  /\b(?:updated|modified|edited|revised|aktualisiert|geändert|mis à jour|modifié|actualizado|aggiornat[oa]|atualizado|aktualizac|bijgewerkt|обновлено)/i;
/** Characters before a date, or of its line, that may say what it is the date of. */
const LEAD = 40;
/** A link with more words leads to another article. */
const LONGEST_LINK = 60;
/** A date at the very beginning of a longer text is the day of the report. */
const DATELINE = 40;
const LINE = /^(?:p|div|span|li|td|small|em|i|b|strong|h[2-6]|font|a)$/;

/**
 * Finds the dates that a page shows near its headline: in the nearest element around the headline that holds one, in
 * their order. Dates of other articles, of comments and of the page's frame do not count.
 */
export function shownDates(document: Page, orderFor: OrderFor): ShownDate[] {
  const headline = headlineOf(document);
  const start = headline?.parentElement ?? document.body;
  // Each element is read once for every element around the headline.
  const readings: Readings = { orderFor, marked: new Map(), lines: new Map() };
  const around = new Set(pathTo(headline));
  const nearestOutside = (names: RegExp) => {
    const isOutside = (element: PageElement) =>
      !around.has(element) && (FRAME_ELEMENTS.test(element.localName) || isNamed(element, names));
    return nearestDates(start, readings, (element, root) => belongs(element, root, around, isOutside));
  };
  const found = nearestOutside(ELSEWHERE);
  if (found.length > 0) return found;
  // Names mislead; where all that is left is one day, it is the article's.
  const others = nearestOutside(FRAME);
  return new Set(others.map(({ date }) => dayOfTimestamp(date))).size === 1 ? others : [];
}

function isNamed(element: PageElement, names: RegExp): boolean {
  return names.test(element.getAttribute('class') ?? '') || names.test(element.getAttribute('id') ?? '');
}

function isDated(element: PageElement): boolean {
  return (
    element.localName === 'time' ||
    DATED_CLASS.test(element.getAttribute('class') ?? '') ||
    DATED_ID.test(element.getAttribute('id') ?? '') ||
    DATED_ITEM.test(element.getAttribute('itemprop') ?? '')
  );
}

function isLine(element: PageElement): boolean {
  return LINE.test(element.localName);
}

/** What was read in the elements of a page so far; null where there is no date. */
interface Readings {
  readonly orderFor: OrderFor;
  /** In elements that say that they hold a date. */
  readonly marked: Map<PageElement, ShownDate | null>;
  /** In lines of text. */
  readonly lines: Map<PageElement, ShownDate | null>;
}

function nearestDates(
  start: PageElement | null,
  { orderFor, marked, lines }: Readings,
  belongsTo: (element: PageElement, root: PageElement) => boolean,
): ShownDate[] {
  for (let around = start; around; around = around.parentElement) {
    const root = around;
    const below = [...root.querySelectorAll('*')];
    const datesOf = (
      holds: (element: PageElement) => boolean,
      readings: Map<PageElement, ShownDate | null>,
      read: (element: PageElement, orderFor: OrderFor) => ShownDate | null,
    ) =>
      below.flatMap((element) => {
        let date = readings.get(element);
        if (date === undefined) {
          date = holds(element) ? read(element, orderFor) : null;
          readings.set(element, date);
        }
        return date !== null && belongsTo(element, root) ? [date] : [];
      });
    const named = datesOf(isDated, marked, dateOf);
    const dates = named.length > 0 ? named : datesOf(isLine, lines, dateOfLine);
    if (dates.some(({ says }) => says !== 'updated')) return dates;
  }
  return [];
}

/** The headline is the heading that the page's title repeats, else the first of the first level. */
function headlineOf(document: Page): PageElement | null {
  const stated =
    document.querySelector('meta[property="og:title"]')?.getAttribute('content') || document.title;
  const title = plain(stated ?? '');
  const headings = [...document.querySelectorAll('h1, h2, h3')].filter(
    (each) => !each.closest('aside, nav, footer'),
  );
  const named = headings.filter((each) => {
    const words = plain(each.textContent ?? '');
    return words.length > 8 && title.length > 8 && (title.includes(words) || words.includes(title));
  });
  return named[0] ?? headings.find(({ nodeName }) => nodeName.toUpperCase() === 'H1') ?? headings[0] ?? null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whether an element speaks of the article, not of another one, of the site or of its readers.
 * @param around the headline and all that it is in
 * @param isOutside whether an element without the headline belongs to something else
 */
function belongs(
  element: PageElement,
  root: PageElement,
  around: ReadonlySet<PageElement>,
  isOutside: (element: PageElement) => boolean,
): boolean {
  const path = pathTo(element);
  if (path.slice(0, path.indexOf(root)).some(isOutside)) return false;
  const link = path.find((each) => each.localName === 'a' && each.hasAttribute('href'));
  return link === undefined || around.has(link) || textOf(link).length < LONGEST_LINK;
}

/** An element and all that it is in, from the inside out. */
function pathTo(element: PageElement | null): PageElement[] {
  const path: PageElement[] = [];
  for (let each = element; each; each = each.parentElement) path.push(each);
  return path;
}

function dateOf(element: PageElement, orderFor: OrderFor): ShownDate | null {
  const text = textOf(element);
  if (text.length > LONGEST_LINE) return null;
  const exact = ['datetime', 'content', 'title'].map((name) => {
    const written = element.getAttribute(name) ?? '';
    return writtenTimestamp(written, orderFor(written));
  });
  const date = exact.find((value) => value !== null) ?? dayIn(text, orderFor(text));
  return date === null ? null : { date, says: saying(element, text) };
}

function saying(element: PageElement, text: string): ShownDate['says'] {
  const names = ['itemprop', 'class', 'id'].map((name) => element.getAttribute(name) ?? '').join(' ');
  if (/modifi|updat|revis/i.test(names)) return 'updated';
  const [lead = ''] = textOf(element.parentElement).slice(0, LONGEST_LINE).split(text);
  if (UPDATED.test(`${lead.slice(-LEAD)} ${text.slice(0, LEAD)}`)) return 'updated';
  return /publi|posted|created/i.test(names) ? 'published' : null;
}

/** The date of a short line, or at the beginning of a longer one, where no element says that it holds one. */
function dateOfLine(element: PageElement, orderFor: OrderFor): ShownDate | null {
  const text = textOf(element);
  const line = text.length > LONGEST_LINE ? text.slice(0, DATELINE) : text;
  const [first] = /\d/.test(line)
    ? findWrittenDays(line, orderFor(line)).filter(({ day }) => day !== null)
    : [];
  if (!first?.day || (text.length > LONGEST_LINE && first.start > 0)) return null;
  return { date: first.day, says: saying(element, text) };
}

function dayIn(text: string, order: DayOrder): string | null {
  return findWrittenDays(text, order).find(({ day }) => day !== null)?.day ?? null;
}

/** The beginning of an element's text as a reader sees it: what stands in elements of its own is apart. */
function textOf(element: PageElement | null): string {
  let text = '';
  const waiting: (TreeNode | null)[] = [element];
  // What is longer is not asked for, and a page may have thousands of elements in each other.
  for (
    let next = waiting.pop();
    next !== undefined && text.length <= 2 * LONGEST_LINE;
    next = waiting.pop()
  ) {
    if (next?.nodeType === TEXT_NODE)
      text += ` ${foldWhiteSpace((next.textContent ?? '').slice(0, LONGEST_LINE * 4))}`;
    else if (next && !/^(?:script|style|noscript)$/i.test(next.nodeName))
      for (const child of [...next.childNodes].reverse()) waiting.push(child);
  }
  return foldWhiteSpace(text);
}

const TEXT_NODE = 3;
