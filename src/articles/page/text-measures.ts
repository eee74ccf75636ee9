import { ELEMENT_NODE, isHidden, isSilent, nameOf, type PageNode, TEXT_NODE, walk } from '../page-node.js';

/** How much text a reader sees in an element, in characters without white space. */
export interface TextMeasure {
  readonly text: number;
  /** What of it is in links. */
  readonly linked: number;
  readonly links: number;
}

const NOTHING: TextMeasure = { text: 0, linked: 0, links: 0 };

/** The measures of all visible elements below one. What is hidden is not measured. */
export class TextMeasures {
  readonly #measures = new Map<PageNode, TextMeasure>();

  constructor(root: PageNode) {
    const open: { text: number; linked: number; links: number }[] = [{ text: 0, linked: 0, links: 0 }];
    let linksAround = 0;
    walk(
      root,
      (node) => {
        if (node.nodeType === TEXT_NODE) {
          const length = visibleLength(node.textContent ?? '');
          const inner = open.at(-1);
          if (inner) {
            inner.text += length;
            if (linksAround > 0) inner.linked += length;
          }
          return true;
        }
        if (node.nodeType !== ELEMENT_NODE || isSilent(node) || isHidden(node)) return false;
        if (nameOf(node) === 'A') linksAround += 1;
        open.push({ text: 0, linked: 0, links: nameOf(node) === 'A' ? 1 : 0 });
        return true;
      },
      (node) => {
        if (node.nodeType !== ELEMENT_NODE) return;
        if (nameOf(node) === 'A') linksAround -= 1;
        const own = open.pop() ?? { ...NOTHING };
        this.#measures.set(node, own);
        const around = open.at(-1);
        if (!around) return;
        around.text += own.text;
        around.linked += own.linked;
        around.links += own.links;
      },
    );
  }

  /** Nothing for what is hidden. */
  of(node: PageNode): TextMeasure {
    return this.#measures.get(node) ?? NOTHING;
  }

  /** The share of an element's text that is in links, 0 to 1. */
  linkDensity(node: PageNode): number {
    const { text, linked } = this.of(node);
    return text === 0 ? 0 : linked / text;
  }
}

function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}
