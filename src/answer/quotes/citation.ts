import { webAddress } from '../../web-address.js';
import type { Snippet, Source } from '../answer.js';

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * An ISO 8601 date or time as people write a date: `2020-01-05T23:30-05:00` gives `5 January 2020`, the day as the
 * source counts it. What is no such date is given back as it is.
 */
export function dateInWords(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? iso : longDate.format(day);
}

/** Publisher, title (or opening words, in quotation marks) and date, in the order of a citation; what is not known is left out. */
export function citationParts(source: CitedSource): string[] {
  const heading = source.title ?? (source.label === '' ? null : `“${source.label}”`);
  const dates = [
    source.published === null ? null : dateInWords(source.published),
    source.updated === undefined ? null : `updated ${dateInWords(source.updated)}`,
  ].filter((part) => part !== null);
  return [source.publisher, heading, dates.join(', ') || null].filter((part) => part !== null);
}

export type CitedSource = Pick<Source, 'publisher' | 'title' | 'label' | 'published' | 'updated'>;

/** Words at each end of a quote that a text fragment needs to find it. */
const FRAGMENT_WORDS = 6;

/**
 * The article's address with a text fragment that scrolls to the quote; null where the article has no web address.
 *
 * @param maxLength the longest address allowed, in characters; the fragment is shortened or left out, never the address.
 *   Null when the address alone is longer.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function quoteLink(snippet: Pick<Snippet, 'text' | 'source'>, maxLength = Infinity): string | null {
  const address = webAddress(snippet.source.url)?.href ?? null;
  if (address === null || address.length > maxLength) return null;
  const words = snippet.text.trim().split(/\s+/u);
  const fragments = [];
  if (words.length <= 2 * FRAGMENT_WORDS) fragments.push(fragmentText(words));
  else {
    const opening = fragmentText(words.slice(0, FRAGMENT_WORDS));
    fragments.push(`${opening},${fragmentText(words.slice(-FRAGMENT_WORDS))}`, opening);
  }
  const separator = address.includes('#') ? ':~:text=' : '#:~:text=';
  const links = fragments.map((fragment) => address + separator + fragment);
  return links.find((link) => link.length <= maxLength) ?? address;
}

/** `encodeURIComponent` leaves `-`, which has a meaning in fragments, and parentheses, which end a Markdown link. */
function fragmentText(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replace(
    /[-!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
