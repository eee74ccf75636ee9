import type { APISectionComponent } from 'discord.js';
import type { Snippet } from '../../answer/answer.js';
import { type CitedSource, citationParts, quoteLink } from '../../answer/quotes/citation.js';
import { articleKey } from '../../service/article-key.js';
import { customId, quoteSign } from './custom-id.js';
import { escapedWithBold } from './escape.js';
import { fitted, fittedAndEscaped } from './fit.js';
import { LINK_URL } from './limits.js';
import { button, section } from './message.js';
import { texts } from './texts.js';

/** The longest headline in a citation, in characters. */
const TITLE = 140;
/** How many other articles with the same words a citation names. */
const ALSO_IN = 3;

/**
 * Renders quotes, each with its citation and a button for its context.
 *
 * @param numbers the number of each quote's source
 * @param room how many characters the quotes may take in all
 */
export function quoteSections(
  snippets: readonly Snippet[],
  numbers: readonly number[],
  room: number,
): APISectionComponent[] {
  return snippets.map((snippet, index) => {
    const content = quoteText(snippet, numbers[index] ?? index + 1, Math.floor(room / snippets.length));
    return section(content, button(contextId(snippet), texts.context));
  });
}

function contextId({ first, last, text, source }: Snippet): string {
  return customId('context', first, last, quoteSign(text), articleKey(source.article));
}

function quoteText(snippet: Snippet, number: number, room: number): string {
  const citation = citationLines(snippet, number, room / 2);
  return `${markedQuote(snippet, room - citation.length - 1)}\n${citation}`;
}

function markedQuote({ text, highlight }: Snippet, room: number): string {
  const shown = fitted(text, room, (part) => quoted(part, highlight).length);
  // The highlighted part may have been cut off.
  const kept = highlight !== null && shown.startsWith(text.slice(0, highlight[1]));
  return quoted(shown, kept ? highlight : null);
}

function quoted(text: string, highlight: Snippet['highlight']): string {
  return `> ${escapedWithBold(text, highlight)}`;
}

function citationLines(snippet: Snippet, number: number, room: number): string {
  const place = snippet.caption ? texts.caption : texts.paragraph(snippet.paragraph);
  const where = [...sourceParts(snippet.source), place].join(' · ');
  const link = quoteLink(snippet, LINK_URL);
  const others = snippet.alsoIn.slice(0, ALSO_IN).map((source) => sourceParts(source).join(' · '));
  // If it does not fit, the link is left out first, then the other sources.
  const also = others.length > 0 ? `\n-# ${texts.alsoIn} ${others.join('; ')}` : '';
  const plain = `-# [${number}] ${where}`;
  const linked = link === null ? plain : `${plain} · [${texts.open}](${linkTarget(link)})`;
  return [linked + also, plain + also, linked].find(({ length }) => length <= room) ?? plain.slice(0, room);
}

/** Returns the parts of a citation in Markdown, without the paragraph. */
export function sourceParts(source: CitedSource): string[] {
  return citationParts(source).map((part) => fittedAndEscaped(part, TITLE));
}

/** Escapes parentheses, which would end a link in Markdown. */
export function linkTarget(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29');
}
