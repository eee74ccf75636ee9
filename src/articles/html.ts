import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { writtenTimestamp } from '../text/dates/written-timestamp.js';
import { type Block, foldWhiteSpace } from './block.js';
import type { Draft, Metadata } from './compose.js';
import { elementBlocks, type PageNode } from './html-blocks.js';

/** A page with more elements, or deeper ones, is not an article, and finding its story would take minutes. */
const MOST_ELEMENTS = 50_000;
const DEEPEST = 500;

const PUBLISHED =
  'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="parsely-pub-date"], meta[name="pubdate"], meta[name="date"], meta[name="DC.date.issued"], time[itemprop="datePublished"], time[pubdate], article time[datetime]';

type Page = ReturnType<typeof parseHTML>['document'];

/**
 * Reads a web page. Readability finds the story; the page's own JSON-LD, Open Graph and meta elements give
 * the rest. Nothing on the page runs and nothing is fetched.
 * @param address the address that the page was fetched from, if it was; the page's own canonical address
 * takes precedence
 * @throws when the page is larger or deeper than an article can be
 */
export function readHtml(html: string, address: string | null = null): Draft {
  const document = parsePage(html);
  refuseDepth(document);
  const own = { url: canonicalAddress(document) ?? address, published: publishedDate(document) };
  const story = new Readability(document, {
    maxElemsToParse: MOST_ELEMENTS,
    keepClasses: true,
    serializer: (node) => node,
  }).parse();
  const metadata: Metadata = {
    title: known(story?.title),
    publisher: known(story?.siteName),
    url: own.url,
    published: writtenTimestamp(story?.publishedTime ?? '') ?? own.published,
    added: null,
    ...authorsOf(story?.byline),
  };
  const blocks = story?.content ? elementBlocks(story.content) : [];
  return { metadata, blocks: blocks.length > 0 ? blocks : wholePage(html) };
}

/**
 * Returns all text of a page that is too short or too odd for Readability. It parses the page again, because
 * Readability takes apart what it is given.
 */
function wholePage(html: string): Block[] {
  const document = parsePage(html);
  const root: PageNode | null =
    document.querySelector('article, main') ?? document.body ?? document.documentElement;
  return root ? elementBlocks(root) : [];
}

/** Parses a page, or a piece of one, into a document that nothing runs in. */
export function parsePage(html: string): Page {
  return parseHTML(wholeDocument(html)).document;
}

/** Wraps a fragment in the document that the parser expects. */
function wholeDocument(html: string): string {
  return /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

function refuseDepth(root: PageNode): void {
  const waiting = [{ node: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) throw new RangeError(`elements nest more than ${DEEPEST} levels deep`);
    for (const child of node.childNodes) waiting.push({ node: child, depth: depth + 1 });
  }
}

function known(value: string | null | undefined): string | null {
  return foldWhiteSpace(value ?? '') || null;
}

function authorsOf(byline: string | null | undefined): Pick<Metadata, 'authors'> {
  const names = known(byline)?.replace(/^by\s+/i, '');
  return names ? { authors: names.split(/\s*,\s+|\s+and\s+/).filter((name) => name !== '') } : {};
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

function publishedDate(document: Page): string | null {
  const element = document.querySelector(PUBLISHED);
  return writtenTimestamp(element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? '');
}
