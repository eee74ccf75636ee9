import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { foldWhiteSpace } from './block.js';
import type { Draft, Metadata } from './compose.js';
import { elementBlocks, type PageNode } from './html-blocks.js';

/** A page with more elements than this is no article, and would take seconds. */
const MOST_ELEMENTS = 50_000;

const PUBLISHED =
  'meta[property="article:published_time"], meta[itemprop="datePublished"], meta[name="parsely-pub-date"], meta[name="pubdate"], meta[name="date"], meta[name="DC.date.issued"], time[itemprop="datePublished"], time[pubdate], article time[datetime]';

type Page = ReturnType<typeof parseHTML>['document'];

/**
 * Reads a web page: Readability finds the story, and the page's own JSON-LD, Open Graph and meta elements tell the
 * rest. Nothing on the page runs and nothing is fetched.
 * @param address where the page was fetched, when it was; the page's own canonical address goes before it
 * @throws when the page has more elements than an article can have
 */
export function readHtml(html: string, address: string | null = null): Draft {
  const { document } = parseHTML(html);
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
    published: isoTimestamp(story?.publishedTime) ?? own.published,
    added: null,
  };
  const root: PageNode | null = story?.content ?? document.body;
  return { metadata, blocks: root ? elementBlocks(root) : [] };
}

function known(value: string | null | undefined): string | null {
  return foldWhiteSpace(value ?? '') || null;
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
  return isoTimestamp(element?.getAttribute('content') ?? element?.getAttribute('datetime'));
}

/** A page's date as ISO 8601: as precise as it is, and no time without its offset. */
function isoTimestamp(written: string | null | undefined): string | null {
  const value = written?.trim() ?? '';
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? [];
  if (Number.isNaN(Date.parse(day ?? value))) return null;
  if (day === undefined) return new Date(value).toISOString();
  const zoned = /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(value);
  return zoned && !Number.isNaN(Date.parse(value)) ? value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : day;
}
