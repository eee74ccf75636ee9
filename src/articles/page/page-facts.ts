import { z } from 'zod';
import { LONGEST_JSON } from '../page-limits.js';
import { ELEMENT_NODE, isHidden, isSilent, nameOf, type PageNode, TEXT_NODE, walk } from '../page-node.js';
import type { TextMeasures } from './text-measures.js';

/** What a page says of itself, and what a reader sees on it apart from its story. */
export interface PageFacts {
  /** It calls itself an article. */
  readonly isArticle: boolean;
  /** Whether all may read all of it; null if it does not say. */
  readonly isFree: boolean | null;
  /** What a reader sees, without headers, footers, menus and forms. White space is folded. */
  readonly visibleText: string;
  /** The share of that text which is in links, 0 to 1. */
  readonly linkDensity: number;
  /** The same of the element in which the story was found. */
  readonly storyLinkDensity: number;
  /** How many headlines are links. */
  readonly teasers: number;
}

/** What of a document is needed here. */
interface SearchableDocument {
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

const AROUND = new Set(['NAV', 'HEADER', 'FOOTER', 'ASIDE', 'FORM', 'DIALOG']);
const ROLES_AROUND = /^(?:navigation|banner|contentinfo|complementary|search)$/;
/** Longer texts say nothing more about what kind of page it is. */
const ENOUGH_TEXT = 200_000;

/** @param place the element in which the story was found */
export function pageFacts(
  document: SearchableDocument,
  body: PageNode | null,
  measures: TextMeasures,
  place: PageNode,
): PageFacts {
  const things = Array.from(document.querySelectorAll('script[type="application/ld+json"]'), (script) =>
    thingsOf(script.textContent ?? ''),
  ).flat();
  const types = things.flatMap((thing) => thing['@type'] ?? []);
  const free = things.map((thing) => thing.isAccessibleForFree).find((value) => value !== undefined);
  const openGraph = document.querySelector('meta[property="og:type"]')?.getAttribute?.('content');
  const main = document.querySelector('main') ?? body;
  return {
    isArticle:
      types.some((type) => /Article$|^BlogPosting$|^Report$/.test(type)) ||
      openGraph === 'article' ||
      document.querySelector('meta[property="article:published_time"]') !== null,
    isFree: free === undefined ? null : String(free).toLowerCase() === 'true',
    visibleText: body ? visibleText(body) : '',
    linkDensity: main ? measures.linkDensity(main) : 0,
    storyLinkDensity: measures.linkDensity(place),
    teasers: Array.from(document.querySelectorAll('h1 a, h2 a, h3 a, h4 a, a h2, a h3, a h4')).length,
  };
}

function visibleText(body: PageNode): string {
  let text = '';
  walk(body, (node) => {
    if (text.length > ENOUGH_TEXT) return false;
    if (node.nodeType === TEXT_NODE) text += node.textContent ?? '';
    if (node.nodeType !== ELEMENT_NODE || isSilent(node) || isHidden(node)) return false;
    if (AROUND.has(nameOf(node)) || ROLES_AROUND.test(node.getAttribute?.('role') ?? '')) return false;
    text += ' ';
    return true;
  });
  return text.replace(/\s+/g, ' ').trim();
}

const Thing = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).optional(),
  isAccessibleForFree: z.union([z.boolean(), z.string()]).optional(),
});

const Graph = z.object({ '@graph': z.array(z.unknown()) });

/** The things that a piece of JSON-LD describes; none where it is broken or endless. */
function thingsOf(json: string): z.infer<typeof Thing>[] {
  if (json.length > LONGEST_JSON) return [];
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return [];
  }
  return [value].flat().flatMap((each) => {
    const graph = Graph.safeParse(each);
    return (graph.success ? graph.data['@graph'] : [each]).flatMap(
      (thing) => Thing.safeParse(thing).data ?? [],
    );
  });
}
