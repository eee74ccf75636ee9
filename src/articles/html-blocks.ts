import { parseHTML } from 'linkedom';
import { type Block, foldWhiteSpace, ROW_CLASS } from './block.js';
import { refuseBeyondLimits } from './page-limits.js';
import { ELEMENT_NODE, isInline, isSilent, nameOf, type PageNode, TEXT_NODE } from './page-node.js';
import { tableRows } from './table-rows.js';

const KIND_OF: Readonly<Record<string, Block['kind']>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  FIGURE: 'caption',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
};

const POST =
  /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed)\b/;

/** A heading that is a whole sentence is text: the question of an interview, an introduction in large letters. */
const SENTENCE = /\s.*\s.*[.!?…。？！]["”’»)\]]*$/;
/** A longer heading is text that is only set in large letters. */
const LONGEST_HEADING = 200;

/** A block, and the element that it was found in. */
export interface PlacedBlock {
  readonly block: Block;
  readonly node: PageNode;
}

/**
 * Splits a piece of HTML into blocks, in order: the text of each paragraph, list item, heading and caption.
 * @throws RangeError when it is larger or deeper than an article can be
 */
export function htmlBlocks(html: string): Block[] {
  refuseBeyondLimits(html);
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return elementBlocks(document.body, leavesOutMenus);
}

function leavesOutMenus(node: PageNode): boolean {
  const name = nameOf(node);
  return name === 'FORM' || name === 'NAV';
}

export function elementBlocks(root: PageNode, leavesOut?: (node: PageNode) => boolean): Block[] {
  return placedBlocks(root, leavesOut).map(({ block }) => block);
}

/**
 * Splits an element into blocks. It walks without recursion, so that no depth of nesting can overflow the
 * stack.
 * @param leavesOut elements to pass over with all that is in them
 */
export function placedBlocks(
  root: PageNode,
  leavesOut: (node: PageNode) => boolean = () => false,
): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let words = '';
  let wordsKind: Block['kind'] = 'text';
  let wordsNode = root;
  const add = (text: string, kind: Block['kind'], node: PageNode) => {
    const isText = kind === 'heading' && (text.length > LONGEST_HEADING || SENTENCE.test(text));
    blocks.push({ block: { text, kind: isText ? 'text' : kind }, node });
  };
  const flush = () => {
    const text = foldWhiteSpace(words);
    if (text !== '') add(text, wordsKind, wordsNode);
    words = '';
  };
  const visits: ({ node: PageNode; kind: Block['kind'] } | 'edge' | 'space')[] = [
    { node: root, kind: 'text' },
  ];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (visit === 'edge') {
      flush();
      continue;
    }
    if (visit === 'space') {
      words += ' ';
      continue;
    }
    const { node, kind } = visit;
    if (node.nodeType === TEXT_NODE) {
      const text = node.textContent ?? '';
      if (words === '' || text.trim() !== '') [wordsKind, wordsNode] = [kind, node.parentNode ?? root];
      words += text;
    }
    if (node.nodeType !== ELEMENT_NODE || isSilent(node) || (node !== root && leavesOut(node))) continue;
    const name = nameOf(node);
    if (name === 'BR') {
      if (node.nextSibling !== null && isBreak(node.nextSibling)) flush();
      else words += '\n';
      continue;
    }
    const rows = name === 'TABLE' ? tableRows(node) : null;
    if (rows !== null) {
      flush();
      for (const row of rows) blocks.push({ block: { text: row, kind: 'row' }, node });
      continue;
    }
    const inner = kindOf(node, name) ?? kind;
    const isPost = inner === 'embedded post' && kind !== inner;
    // A post is one block, so that its words never stand without their author.
    const block = !isInline(node) && kind !== 'embedded post';
    if (block) {
      flush();
      visits.push('edge');
    } else if (!isInline(node)) {
      words += ' ';
      visits.push('space');
    }
    if (isPost) wordsKind = inner;
    const within = Array.from(node.childNodes, (child) => ({ node: child, kind: inner }));
    // One by one: so many arguments as an element may have children are more than a call takes.
    for (const each of within.reverse()) visits.push(each);
  }
  flush();
  return blocks;
}

function kindOf(node: PageNode, name: string): Block['kind'] | undefined {
  const classes = node.getAttribute?.('class') ?? '';
  if (POST.test(classes)) return 'embedded post';
  if (name === 'P' && classes === ROW_CLASS) return 'row';
  return KIND_OF[name];
}

/** `<br>`, perhaps after white space: two of them part paragraphs. */
function isBreak(node: PageNode): boolean {
  if (nameOf(node) === 'BR') return true;
  const isSpace = node.nodeType === TEXT_NODE && (node.textContent ?? '').trim() === '';
  return isSpace && node.nextSibling !== null && nameOf(node.nextSibling) === 'BR';
}
