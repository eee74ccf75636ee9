import type { QuoteContext } from '../../answer/quotes/context.js';
import { harmless } from './harmless.js';
import { type Screen, styled, wrapped } from './screen.js';

/** The paragraphs around a quote, with the quote marked: bold, or between »« where there is no colour. */
export function contextText(context: QuoteContext, screen: Screen): string {
  const quote = harmless(context.quote);
  const marked = screen.colour ? styled('bold', quote, screen) : `»${quote}«`;
  const paragraphs = [
    harmless(context.paragraphBefore ?? ''),
    [harmless(context.before), marked, harmless(context.after)].join(' ').trim(),
    harmless(context.paragraphAfter ?? ''),
  ];
  return paragraphs
    .filter((text) => text !== '')
    .map((text) => wrapped(text, screen, '  '))
    .join('\n\n');
}
