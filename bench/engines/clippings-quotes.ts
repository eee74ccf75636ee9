import type { Snippet } from '../../src/answer/answer.js';
import type { Archive } from '../../src/archive/archive.js';
import { askOrRefuse } from './ask-or-refuse.js';
import type { QuoteEngine, Quotes } from './engine.js';

/**
 * Clippings over an archive, as a person sees it.
 * @param top how many quotes are asked for
 */
export function clippingsQuotes(archive: Archive, top: number): QuoteEngine {
  return {
    name: 'Clippings',
    quote: async (question, asked) => {
      const answer = await askOrRefuse(archive, question, { top, ...(asked ? { asked } : {}) });
      return {
        answered: answer?.answered ?? false,
        confidence: answer?.confidence ?? 0,
        quotes: answer?.answered ? answer.snippets.map(quoteOf) : [],
        related: answer?.answered === false ? answer.related.map(quoteOf) : [],
      };
    },
  };
}

function quoteOf({ text, source }: Snippet): Quotes['quotes'][number] {
  return { text, article: source.article };
}
