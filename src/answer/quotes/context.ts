import { type ArchivedArticle, isCaption, type Sentence } from '../../archive/passage.js';
import type { Snippet } from '../answer.js';

/** A quote with what stands around it: the words before and after in its own paragraph, and the neighbouring paragraphs. */
export interface QuoteContext {
  /** The paragraph before, unless something was cleaned out between. */
  readonly paragraphBefore: string | null;
  /** Sentences of the quote's first paragraph that come before it; empty when it begins the paragraph. */
  readonly before: string;
  /** The whole sentences of the quote. */
  readonly quote: string;
  readonly after: string;
  readonly paragraphAfter: string | null;
}

/** Null when the article no longer has the quote where the snippet says, because it was changed meanwhile. */
export function quoteContext(
  article: ArchivedArticle,
  snippet: Pick<Snippet, 'first' | 'last' | 'text'>,
): QuoteContext | null {
  const { sentences, paragraphs } = article;
  const quoted = sentences.slice(snippet.first, snippet.last + 1);
  const [opening, closing] = [quoted[0], quoted.at(-1)];
  if (opening === undefined || closing === undefined) return null;
  const quote = joined(quoted);
  if (!withoutSpace(quote).includes(withoutSpace(snippet.text))) return null;
  const next = paragraphs[closing.paragraph + 1];
  const standsApart = isCaption(article, opening) || paragraphs[opening.paragraph]?.afterBreak;
  return {
    paragraphBefore: standsApart ? null : (paragraphs[opening.paragraph - 1]?.text ?? null),
    before: joined(
      sentences.slice(0, snippet.first).filter((sentence) => sentence.paragraph === opening.paragraph),
    ),
    quote,
    after: joined(
      sentences.slice(snippet.last + 1).filter((sentence) => sentence.paragraph === closing.paragraph),
    ),
    paragraphAfter: next === undefined || next.afterBreak ? null : next.text,
  };
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join(' ');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '');
}
