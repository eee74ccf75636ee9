import type { Reading, Source } from '../../answer/answer.js';
import { quoteLink } from '../../answer/quotes/citation.js';
import type { QuoteContext } from '../../answer/quotes/context.js';
import { sourceWithLink } from './citation-line.js';
import { escaped } from './escape.js';
import { fittedAndEscaped } from './fit.js';
import { LINK_URL } from './limits.js';
import { container, type Outgoing, text } from './message.js';
import { texts } from './texts.js';

/**
 * Longest quote and longest part around it, in characters. Together they stay well below what a message may
 * show.
 */
const QUOTE = 1600;
const AROUND = 400;

/**
 * Renders a quote in bold with the text around it.
 * @param reading how the question was understood; null if it is no longer known
 */
export function renderContext(context: QuoteContext, source: Source, reading: Reading | null): Outgoing {
  const { paragraphBefore, before, quote, after, paragraphAfter } = context;
  const around = (part: string): string => fittedAndEscaped(part, AROUND);
  const marked = `**${fittedAndEscaped(quote, QUOTE)}**`;
  const paragraph = [around(before), marked, around(after)].filter((part) => part !== '').join(' ');
  const paragraphs = [
    paragraphBefore && around(paragraphBefore),
    paragraph,
    paragraphAfter && around(paragraphAfter),
  ];
  const link = quoteLink({ text: quote, source }, LINK_URL);
  const quoted = paragraphs.filter(Boolean).map((part) => `> ${part}`);
  return container([
    text(quoted.join('\n> \n')),
    text(`-# ${sourceWithLink(source, link)}`),
    ...(reading === null ? [] : [text(`-# ${escaped(texts.lookedFor(reading))}`)]),
  ]);
}
