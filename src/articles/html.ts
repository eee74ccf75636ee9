import { foldWhiteSpace } from './block.js';
import type { Draft, Metadata } from './compose.js';
import { type PageFacts, pageFacts } from './page/page-facts.js';
import { type Page, parsePage } from './page/parse-page.js';
import { findStory } from './page/story.js';
import { withTemplates } from './page/templates.js';
import { pageTitle } from './page/title.js';
import { pageDates } from './page-dates/page-dates.js';

/** A page with fewer characters of text may send its story in another way. */
const SHORTEST_STORY = 250;

/**
 * Reads a web page. Readability finds the story; the page's own JSON-LD, Open Graph and meta elements give
 * the rest. Nothing on the page runs and nothing is fetched.
 * @param address the address that the page was fetched from, if it was; the page's own canonical address
 * takes precedence
 * @throws when the page is larger or deeper than an article can be
 */
export function readHtml(html: string, address: string | null = null): Draft {
  return readWebPage(html, address).draft;
}

/** What stands on a web page, and what tells whether it is an article. */
export interface WebPage {
  readonly draft: Draft;
  readonly facts: PageFacts;
}

/** Reads a web page as `readHtml` does, with all that tells whether it is an article. */
export function readWebPage(html: string, address: string | null): WebPage {
  const page = readDocument(html, address);
  const length = page.draft.blocks.reduce((sum, { text }) => sum + text.length, 0);
  const filled = length < SHORTEST_STORY ? withTemplates(html) : html;
  return filled === html ? page : readDocument(filled, address);
}

function readDocument(html: string, address: string | null): WebPage {
  const document = parsePage(html);
  const url = canonicalAddress(document) ?? address;
  // Finding the story takes the page apart, so its dates are read before.
  const { published, updated } = pageDates(document, address ?? url);
  const { body } = document;
  const { blocks, readable, measures, place } = findStory(document, body);
  const metadata: Metadata = {
    title: pageTitle(document, known(readable?.title), [known(readable?.siteName), hostOf(url)]),
    publisher: known(readable?.siteName),
    url,
    published,
    added: null,
    ...authorsOf(readable?.byline),
    ...(updated === null ? {} : { updated }),
  };
  return { draft: { metadata, blocks }, facts: pageFacts(document, body, measures, place) };
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

function known(value: string | null | undefined): string | null {
  return foldWhiteSpace(value ?? '') || null;
}

function authorsOf(byline: string | null | undefined): Pick<Metadata, 'authors'> {
  const names = known(byline)?.replace(/^by\s+/i, '');
  return names
    ? {
        authors: foldWhiteSpace(names)
          .split(/ ?, | and /)
          .filter((name) => name !== ''),
      }
    : {};
}

function canonicalAddress(document: Page): string | null {
  const candidates = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  return (
    candidates.find((candidate) => candidate && /^https?:\/\//i.test(candidate) && URL.canParse(candidate)) ??
    null
  );
}
