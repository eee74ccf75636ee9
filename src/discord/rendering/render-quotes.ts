import type { APIButtonComponentWithCustomId, APITextDisplayComponent } from 'discord.js';
import type { Snippet } from '../../answer/answer.js';
import { type CitedSource, citationParts } from '../../answer/quotes/citation.js';
import { articleKey } from '../../service/article-key.js';
import { citationLine } from './citation-line.js';
import { customId, quoteSign } from './custom-id.js';
import { escapedWithBold } from './escape.js';
import { fitted, fittedAndEscaped } from './fit.js';
import { button, text } from './message.js';
import { type ShownQuote, shortQuote } from './short-quote.js';
import { texts } from './texts.js';

/** The longest headline in a list of sources, in characters. */
const TITLE = 140;

/**
 * Renders quotes, each with its citation.
 *
 * @param first the number of the first one
 * @param room how many characters the quotes may take in all
 */
export function quoteTexts(
  snippets: readonly Snippet[],
  first: number,
  room: number,
): APITextDisplayComponent[] {
  return snippets.map((snippet, index) =>
    text(quoteText(snippet, first + index, Math.floor(room / snippets.length))),
  );
}

/** Renders a button for the context of each quote: "Context [1]", "[2]", "[3]". */
export function contextButtons(
  snippets: readonly Snippet[],
  first: number,
): APIButtonComponentWithCustomId[] {
  return snippets.map((snippet, index) =>
    button(contextId(snippet), contextLabel(index, snippets.length, first)),
  );
}

function contextLabel(index: number, count: number, first: number): string {
  if (count === 1) return texts.context;
  return index === 0 ? texts.contextOf(first) : texts.quoteNumber(first + index);
}

function contextId({ first, last, text, source }: Snippet): string {
  return customId('context', first, last, quoteSign(text), articleKey(source.article));
}

function quoteText(snippet: Snippet, number: number, room: number): string {
  const shown = shortQuote(snippet);
  const citation = citationLine({ ...snippet, paragraph: shown.paragraph }, number, room / 2);
  return `${markedQuote(shown, room - citation.length - 1)}\n${citation}`;
}

function markedQuote({ text, highlight }: ShownQuote, room: number): string {
  const shown = fitted(text, room, (part) => quoted(part, highlight).length);
  // The highlighted part may have been cut off.
  const kept = highlight !== null && shown.startsWith(text.slice(0, highlight[1]));
  return quoted(shown, kept ? highlight : null);
}

function quoted(text: string, highlight: Snippet['highlight']): string {
  return `> ${escapedWithBold(text, highlight)}`;
}

/** Returns the parts of a citation in Markdown, without a link and without the paragraph. */
export function sourceParts(source: CitedSource): string[] {
  return citationParts(source).map((part) => fittedAndEscaped(part, TITLE));
}
