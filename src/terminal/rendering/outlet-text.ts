import { quoteLink } from '../../answer/quotes/citation.js';
import type { CitedArticle } from '../../digest/digest.js';
import { webAddress } from '../../web-address.js';
import { harmless } from './harmless.js';
import { linked, type Screen, styled } from './screen.js';

/**
 * The name of an article's outlet, linked to it.
 * @param text the sentence that the link leads to; null for the page
 */
export function outletText(article: CitedArticle, text: string | null, screen: Screen): string {
  const name = harmless(article.publisher ?? `“${article.label}”`);
  const link = text === null ? webAddress(article.url)?.href : quoteLink({ text, source: article });
  return linked(styled('dim', name, screen), link ?? null, screen);
}
