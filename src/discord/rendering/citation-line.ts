import type { Snippet, Source } from '../../answer/answer.js';
import { type CitedSource, citationParts, quoteLink } from '../../answer/quotes/citation.js';
import { webAddress } from '../../web-address.js';
import { escaped, isPlain, visible } from './escape.js';
import { fitted, fittedAndEscaped } from './fit.js';
import { LINK_URL } from './limits.js';
import { texts } from './texts.js';

/** The longest outlet and headline in a citation, in characters. */
const OUTLET = 80;
const TITLE = 80;
/** How many other articles with the same words a citation names. */
const ALSO_IN = 3;

/**
 * Renders the citation of a quote: its outlet as a link to the quote, the day, the paragraph, the headline;
 * then the outlets that print the same words.
 * @param number how the quote is referred to
 * @param room how many characters it may take; if it does not fit, links are left out first
 */
export function citationLine(snippet: Snippet, number: number, room: number): string {
  const place = snippet.caption ? texts.caption : texts.paragraph(snippet.paragraph);
  const cite = (link: string | null): string => {
    const { outlet, day, headline } = citationFields(snippet.source, link);
    return `-# [${number}] ${[outlet, day, place, headline].filter((part) => part !== null).join(' · ')}`;
  };
  const others = snippet.alsoIn.slice(0, ALSO_IN);
  const also = (name: (source: Source) => string): string =>
    others.length > 0 ? `\n-# ${texts.alsoIn} ${others.map(name).join(', ')}` : '';
  const linked = cite(quoteLink(snippet, LINK_URL));
  const plain = cite(null);
  const outlets = also((source) => citedOutlet(source, null));
  const ways = [linked + also((source) => citedOutlet(source, addressOf(source))), linked + outlets];
  return [...ways, plain + outlets, linked].find(({ length }) => length <= room) ?? plain.slice(0, room);
}

/** The parts of a citation in Markdown. */
interface CitationFields {
  /** With its link. */
  readonly outlet: string;
  readonly day: string | null;
  /** Null if the article has none, or it stands in place of the outlet. */
  readonly headline: string | null;
}

function citationFields(source: CitedSource, link: string | null): CitationFields {
  const { publisher, title } = source;
  const [day = null] = citationParts({ ...source, publisher: null, title: null, label: '' });
  return {
    outlet: citedOutlet(source, link),
    day: day && escaped(day),
    headline: publisher !== null && title !== null ? fittedAndEscaped(title, TITLE) : null,
  };
}

/** Renders a source without a place in it: its outlet as a link, the day, the headline. */
export function sourceWithLink(source: CitedSource, link: string | null): string {
  const { outlet, day, headline } = citationFields(source, link);
  return [outlet, day, headline].filter((part) => part !== null).join(' · ');
}

/** Renders the outlet as a link; where it is not known, the headline or the opening words. */
export function citedOutlet({ publisher, title, label }: CitedSource, link: string | null): string {
  const known = publisher ?? title;
  const name = visible(known === null ? `“${fitted(label, OUTLET)}”` : fitted(known, OUTLET));
  if (link === null) return escaped(name);
  const target = linkTarget(link);
  // Markup cannot be escaped within a link.
  return isPlain(name) ? `[${name}](${target})` : `${escaped(name)} ([${texts.open}](${target}))`;
}

/** Returns the address of an article, if it can be linked to. */
export function addressOf({ url }: Pick<Source, 'url'>): string | null {
  const address = webAddress(url)?.href ?? null;
  return address === null || address.length > LINK_URL ? null : address;
}

/** Escapes parentheses, which would end a link in Markdown. */
export function linkTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}
