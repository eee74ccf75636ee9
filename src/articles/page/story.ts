import { Readability } from '@mozilla/readability';
import type { Block } from '../block.js';
import { elementBlocks, type PlacedBlock, placedBlocks } from '../html-blocks.js';
import { MOST_ELEMENTS } from '../page-limits.js';
import { ELEMENT_NODE, nameOf, type PageNode, TEXT_NODE, walk } from '../page-node.js';
import { isFurniture } from './furniture.js';
import { leadOf } from './lead.js';
import { withoutTail } from './tail.js';
import { TextMeasures } from './text-measures.js';

/** Carries an element's number through Readability, which takes apart what it is given. */
const MARK = 'data-clippings-number';

/** The element that holds so much of what Readability found is where the story stands. */
const HOLDS_MOST = 0.85;
/** Who holds so much of the page's text is no furniture, whatever it is called. */
const MOST_OF_PAGE = 0.5;
/** An element further out is taken if it holds so much more prose than the one within. */
const MUCH_MORE = 1.5;
/** If our rules leave less than this share of what Readability kept, they are wrong about the page. */
const LOSES_MUCH = 0.6;
/** A paragraph this long, in characters, is prose even if it does not end like a sentence. */
const LONG_PARAGRAPH = 120;
const PICTURE = /caption|gallery|slide|photo|picture|figure|image|credit/i;
const CAPTION = /(?:^|[\s_-])(?:caption|captions|credit|credits|legende)(?:$|[\s_-])/i;
const LONGEST_CAPTION = 500;
const SHORTEST_PROSE = 40;

export type ReadabilityResult = NonNullable<ReturnType<Readability<PageNode>['parse']>>;

/** The story of a page, and what Readability says about it. */
export interface FoundStory {
  readonly blocks: readonly Block[];
  readonly readable: ReadabilityResult | null;
  /** Of the body. */
  readonly measures: TextMeasures;
  /** The element that it stands in. */
  readonly place: PageNode;
}

/** What of a document is needed here. */
export interface PageDocument {
  cloneNode(deep: boolean): unknown;
  querySelector(selector: string): PageNode | null;
}

/**
 * Finds the story of a page. Readability says where it stands; what of that place belongs to it is decided by
 * our own rules, as Readability drops paragraphs that are a link and keeps boxes that are not.
 */
export function findStory(document: PageDocument, body: PageNode): FoundStory {
  const elements = numbered(body);
  const readable = new Readability<PageNode>(
    // Readability wants a browser's document, and is content with this one.
    document.cloneNode(true) as ConstructorParameters<typeof Readability>[0],
    { maxElemsToParse: MOST_ELEMENTS, keepClasses: true, serializer: (node) => node as unknown as PageNode },
  ).parse();
  const measures = new TextMeasures(body);
  const place = readable?.content ? placeOf(readable.content, elements, body) : body;
  const lead = leadOf(document, elements, measures);
  const kept = new Set([...pathTo(place), ...(lead === null ? [] : pathTo(lead))]);
  const leftOut = (node: PageNode) =>
    !kept.has(node) &&
    measures.of(node).text < MOST_OF_PAGE * measures.of(body).text &&
    isFurniture(node, measures);
  const all = placedBlocks(body, leftOut);
  const root = widened(place, body, proseOf(all));
  const within = new Set<PageNode>();
  walk(root, (node) => {
    if (node.nodeType === ELEMENT_NODE) within.add(node);
    return node.nodeType === ELEMENT_NODE;
  });
  const first = all.findIndex(({ node }) => within.has(node));
  const story = all.filter(({ node }, index) => within.has(node) || isIntroduction(all, index, first, lead));
  const blocks = withoutTail(story.map(captioned));
  const second = readable?.content ? withoutTail(elementBlocks(readable.content)) : [];
  return {
    blocks: proseOfAll(blocks) < LOSES_MUCH * proseOfAll(second) ? second : blocks,
    readable,
    measures,
    place: root,
  };
}

/** Whether a block above the story is its lead, or stands below the headline and reads like an introduction. */
function isIntroduction(
  blocks: readonly PlacedBlock[],
  index: number,
  first: number,
  lead: PageNode | null,
): boolean {
  const placed = blocks[index];
  if (index >= first || placed?.block.kind !== 'text' || !isProse(placed.block.text)) return false;
  if (lead !== null && pathTo(placed.node).includes(lead)) return true;
  if (pathTo(placed.node).some(isPicture)) return false;
  const headline = blocks.findLastIndex(({ block: { kind } }, at) => at < first && kind === 'heading');
  return headline >= 0 && headline < index;
}

function proseOfAll(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, { text, kind }) => sum + (kind === 'text' && isProse(text) ? text.length : 0),
    0,
  );
}

/** Classes tell of captions that are no `figcaption`. */
function captioned({ block, node }: PlacedBlock): Block {
  const isCaption = block.kind === 'text' && block.text.length < LONGEST_CAPTION && isCaptionOf(node);
  return isCaption ? { ...block, kind: 'caption' } : block;
}

function isCaptionOf(node: PageNode): boolean {
  return pathTo(node)
    .slice(0, 3)
    .some((around) => CAPTION.test(around.getAttribute?.('class') ?? ''));
}

/** Whether an element is a picture with its caption. */
function isPicture(node: PageNode): boolean {
  return (
    node.nodeType === ELEMENT_NODE &&
    (nameOf(node) === 'FIGURE' || PICTURE.test(node.getAttribute?.('class') ?? ''))
  );
}

function numbered(body: PageNode): PageNode[] {
  const elements: PageNode[] = [];
  walk(body, (node) => {
    if (node.nodeType !== ELEMENT_NODE) return false;
    node.setAttribute?.(MARK, String(elements.length));
    elements.push(node);
    return true;
  });
  return elements;
}

/** The innermost element that holds most of the text that Readability found. */
function placeOf(content: PageNode, elements: readonly PageNode[], body: PageNode): PageNode {
  const found = new Map<PageNode, number>();
  let all = 0;
  walk(content, (node) => {
    if (node.nodeType === ELEMENT_NODE) return true;
    if (node.nodeType !== TEXT_NODE) return false;
    const length = (node.textContent ?? '').replace(/\s+/g, '').length;
    const parent = markedAround(node, elements) ?? body;
    all += length;
    for (const around of pathTo(parent)) found.set(around, (found.get(around) ?? 0) + length);
    return false;
  });
  let place = body;
  for (;;) {
    const inner = Array.from(place.childNodes).find((child) => (found.get(child) ?? 0) >= HOLDS_MOST * all);
    if (inner === undefined || all === 0) return place;
    place = inner;
  }
}

function markedAround(node: PageNode, elements: readonly PageNode[]): PageNode | undefined {
  for (let around = node.parentNode; around; around = around.parentNode) {
    const mark = around.getAttribute?.(MARK);
    if (mark != null) return elements[Number(mark)];
  }
  return undefined;
}

/** A node and all that it is in, from the inside out. */
function pathTo(node: PageNode): PageNode[] {
  const path = [node];
  for (let around = node.parentNode; around; around = around.parentNode) path.push(around);
  return path;
}

/** The place, or one further out that holds much more prose: a story may stand in several boxes. */
function widened(place: PageNode, body: PageNode, prose: ReadonlyMap<PageNode, number>): PageNode {
  let best = place;
  for (const around of pathTo(place)) {
    if ((prose.get(around) ?? 0) > MUCH_MORE * (prose.get(best) ?? 0)) best = around;
    if (around === body) break;
  }
  return best;
}

/** Characters in paragraphs that read like sentences, of each element. */
function proseOf(blocks: readonly PlacedBlock[]): Map<PageNode, number> {
  const prose = new Map<PageNode, number>();
  for (const { block, node } of blocks) {
    if (block.kind !== 'text' || !isProse(block.text)) continue;
    for (const around of pathTo(node)) prose.set(around, (prose.get(around) ?? 0) + block.text.length);
  }
  return prose;
}

function isProse(text: string): boolean {
  return (
    text.length >= LONG_PARAGRAPH || (text.length >= SHORTEST_PROSE && /[.!?…。！？]["”’»)\]]*$/.test(text))
  );
}
