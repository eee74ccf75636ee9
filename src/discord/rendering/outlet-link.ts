import { quoteLink } from '../../answer/quotes/citation.js';
import type { CitedArticle } from '../../digest/digest.js';
import { addressOf, linkTarget } from './citation-line.js';
import { visible } from './escape.js';
import { fitted } from './fit.js';
import { LINK_URL } from './limits.js';

/** The longest name of an outlet that is shown whole, in characters. */
const NAME = 60;
/** The same of a headline. */
const HEADLINE = 100;
/** Escapes do not work inside a link, so what could end or change it is left out. */
const MARKUP = /[\\*_~|`[\]<>@#()]/g;

/**
 * Names the outlet of an article, linked to the sentence where the article has an address. An article without an
 * outlet is named by its label.
 * @param text the sentence; without it, the link is to the page
 */
export function outletLink(article: CitedArticle, text: string | null = null): string {
  const name = outletName(article);
  const link = text === null ? addressOf(article) : quoteLink({ text, source: article }, LINK_URL);
  return link === null ? name : `[${name}](${linkTarget(link)})`;
}

/** Names an article by its headline, linked where the article has an address. */
export function headlineLink(article: CitedArticle, headline: string): string {
  const words = fitted(visible(headline.replace(MARKUP, ' ').replace(/:\/\//g, ' ')), HEADLINE) || '…';
  const link = addressOf(article);
  return link === null ? `“${words}”` : `[${words}](${linkTarget(link)})`;
}

function outletName({ publisher, label }: CitedArticle): string {
  const clean = (name: string): string => fitted(visible(name.replace(MARKUP, ' ')), NAME);
  // Discord shows a link as it is written if its words are an address themselves.
  const name = clean((publisher ?? '').replace(/^https?:\/\/(?:www\.)?/, '').replace(/:\/\//g, ' '));
  return name || `“${clean(label.replace(/:\/\//g, ' ')) || '…'}”`;
}
