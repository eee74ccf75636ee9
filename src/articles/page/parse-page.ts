import { parseHTML } from 'linkedom';
import { refuseBeyondLimits } from '../page-limits.js';
import { ELEMENT_NODE, TEXT_NODE } from '../page-node.js';

export type Page = ReturnType<typeof parseHTML>['document'];

const OF_HEAD = new Set(['META', 'TITLE', 'LINK', 'STYLE', 'SCRIPT', 'BASE', 'NOSCRIPT']);
const DOCUMENT_TYPE = 10;
const FRAMES = new Set(['HTML', 'HEAD', 'BODY']);

/**
 * Parses a page, or a piece of one, into a document that nothing runs in.
 * @throws RangeError when it is larger or deeper than an article can be, before anything is made of it
 */
export function parsePage(html: string): Page {
  const whole = wholeDocument(html);
  refuseBeyondLimits(whole);
  const { document } = parseHTML(whole);
  if (!isFramed(document)) frame(document);
  return document;
}

/** Wraps a fragment in the document that the parser expects. */
function wholeDocument(html: string): string {
  return /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

/** Whether the document is one `html` that holds a `head` and then a `body`, as every browser would make it. */
function isFramed({ children }: Page): boolean {
  const [root, ...others] = children;
  const [head, body, ...rest] = root?.children ?? [];
  const isBody =
    head?.nodeName === 'BODY' ||
    (head?.nodeName === 'HEAD' && body?.nodeName === 'BODY' && rest.length === 0);
  return root?.nodeName === 'HTML' && others.length === 0 && isBody;
}

/**
 * Puts the elements of a page where a browser has them. The parser leaves what stands outside `html`, or between
 * `head` and `body`, where it is, and then takes an empty element for the body.
 */
function frame(document: Page): void {
  const [head, body] = [document.createElement('head'), document.createElement('body')];
  let nodes = [...document.childNodes].filter(({ nodeType }) => nodeType !== DOCUMENT_TYPE);
  for (const node of nodes) document.removeChild(node);
  // `html` in the document, `head` and `body` in it; what nests deeper is no frame of the page.
  for (let level = 0; level < 2; level++) {
    nodes = nodes.flatMap((node) => (FRAMES.has(node.nodeName) ? [...node.childNodes] : [node]));
  }
  let isInHead = true;
  for (const node of nodes) {
    const isText = node.nodeType === TEXT_NODE && (node.textContent ?? '').trim() !== '';
    if (isText || (node.nodeType === ELEMENT_NODE && !OF_HEAD.has(node.nodeName))) isInHead = false;
    (isInHead ? head : body).append(node);
  }
  const root = document.createElement('html');
  root.append(head, body);
  document.append(root);
}
