import { parseHTML } from 'linkedom';
import { type Block, foldWhiteSpace } from './block.js';

const INVISIBLE = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG FORM BUTTON SELECT TEXTAREA INPUT HEAD NAV ' +
    'VIDEO AUDIO CANVAS MATH PICTURE IMG'
  ).split(' '),
);

/** Elements inside the text of a paragraph; every other element begins and ends one. */
const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP ' +
    'SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

const KIND_OF: Readonly<Record<string, Block['kind']>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
};

const POST =
  /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed)\b/;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** The part of a DOM node that is needed here, as the project is compiled without a browser's types. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  /** Elements only. */
  getAttribute?(name: string): string | null;
}

/**
 * Splits a piece of HTML into blocks, in order: the text of each paragraph, list item, heading and caption.
 */
export function htmlBlocks(html: string): Block[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return elementBlocks(document.body);
}

/**
 * Splits an element into blocks. It walks without recursion, so that no depth of nesting can overflow the
 * stack.
 */
export function elementBlocks(root: PageNode): Block[] {
  const blocks: Block[] = [];
  let words = '';
  let wordsKind: Block['kind'] = 'text';
  const flush = () => {
    const text = foldWhiteSpace(words);
    if (text !== '') blocks.push({ text, kind: wordsKind });
    words = '';
  };
  const visits: ({ node: PageNode; kind: Block['kind'] } | 'edge')[] = [{ node: root, kind: 'text' }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (visit === 'edge') {
      flush();
      continue;
    }
    const { node, kind } = visit;
    if (node.nodeType === TEXT_NODE) {
      words += node.textContent ?? '';
      wordsKind = kind;
    }
    if (node.nodeType !== ELEMENT_NODE) continue;
    const name = node.nodeName.toUpperCase();
    if (INVISIBLE.has(name)) continue;
    if (name === 'BR') {
      if (node.nextSibling?.nodeName.toUpperCase() === 'BR') flush();
      else words += '\n';
      continue;
    }
    const inner = POST.test(node.getAttribute?.('class') ?? '') ? 'embedded post' : (KIND_OF[name] ?? kind);
    const block = !INLINE.has(name);
    if (block) {
      flush();
      visits.push('edge');
    }
    visits.push(...Array.from(node.childNodes, (child) => ({ node: child, kind: inner })).reverse());
  }
  flush();
  return blocks;
}
