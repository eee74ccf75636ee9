/** The part of a DOM node that is needed here, as the project is compiled without a browser's types. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly childNodes: Iterable<PageNode>;
  /** Elements only. */
  getAttribute?(name: string): string | null;
  /** Elements only. */
  setAttribute?(name: string, value: string): void;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

export const nameOf = (node: PageNode): string => node.nodeName.toUpperCase();

/** Elements that show no text of their own, or text that is no part of a story. */
const SILENT = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG BUTTON SELECT TEXTAREA INPUT HEAD ' +
    'VIDEO AUDIO CANVAS MATH PICTURE IMG'
  ).split(' '),
);

export const isSilent = (node: PageNode): boolean => SILENT.has(nameOf(node));

/** Elements inside the text of a paragraph; every other element begins and ends one. */
const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP ' +
    'SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

export const isInline = (node: PageNode): boolean => INLINE.has(nameOf(node));

const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether the page itself says that a reader does not see the element. Style sheets are not read. */
export function isHidden(node: PageNode): boolean {
  return (
    node.getAttribute?.('hidden') != null ||
    NOT_SHOWN.test(node.getAttribute?.('style') ?? '') ||
    /\b(?:sr-only|(?:visually|element)-?(?:hidden|invisible)|screen-reader(?:-text)?)\b/.test(
      node.getAttribute?.('class') ?? '',
    )
  );
}

/**
 * Visits a node and all below it, parents first, without recursion, so that no depth of nesting can overflow the stack.
 * @param enter returns false to skip what is below
 */
export function walk(
  root: PageNode,
  enter: (node: PageNode) => boolean,
  leave?: (node: PageNode) => void,
): void {
  const visits: { readonly node: PageNode; readonly entered: boolean }[] = [{ node: root, entered: false }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    if (visit.entered) {
      leave?.(visit.node);
      continue;
    }
    if (!enter(visit.node)) continue;
    if (leave) visits.push({ node: visit.node, entered: true });
    const within = Array.from(visit.node.childNodes, (node) => ({ node, entered: false }));
    // One by one: so many arguments as an element may have children are more than a call takes.
    for (const each of within.reverse()) visits.push(each);
  }
}
