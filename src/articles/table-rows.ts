import { foldWhiteSpace } from './block.js';
import { ELEMENT_NODE, isSilent, nameOf, type PageNode, TEXT_NODE, walk } from './page-node.js';

/** A cell with more characters holds text, and its table is only there to place it on the page. */
const LONGEST_CELL = 250;
const MOST_CELLS = 50;

const BLOCKS_TEXT = /^(?:P|DIV|LI|BR|TR|TD|TH|H[1-6])$/;

/**
 * The rows of a table, each as one text: `| Team | Points |`. Null for a table that only places text on the page:
 * one with a single row or column, with long cells, or with another table in it.
 */
export function tableRows(table: PageNode): string[] | null {
  if (/^(?:presentation|none)$/.test(table.getAttribute?.('role') ?? '')) return null;
  const rows: string[][] = [];
  let isNested = false;
  walk(table, (node) => {
    if (node.nodeType !== ELEMENT_NODE || isSilent(node)) return false;
    const name = nameOf(node);
    if (name === 'TABLE' && node !== table) isNested = true;
    if (name === 'TR') rows.push([]);
    if (name !== 'TD' && name !== 'TH') return !isNested && name !== 'CAPTION';
    if (holdsTable(node)) isNested = true;
    rows.at(-1)?.push(cellText(node));
    return false;
  });
  const full = rows.filter((cells) => cells.some((text) => text !== ''));
  const isData =
    !isNested &&
    full.length >= 2 &&
    full.filter((cells) => cells.length >= 2).length >= 2 &&
    full.every((cells) => cells.length <= MOST_CELLS && cells.every((text) => text.length <= LONGEST_CELL));
  return isData ? full.map((cells) => `| ${cells.join(' | ')} |`.replace(/\s+/g, ' ')) : null;
}

function holdsTable(cell: PageNode): boolean {
  let holds = false;
  walk(cell, (node) => {
    if (nameOf(node) === 'TABLE') holds = true;
    return !holds;
  });
  return holds;
}

function cellText(cell: PageNode): string {
  let text = '';
  walk(cell, (node) => {
    if (node.nodeType === TEXT_NODE) text += node.textContent ?? '';
    if (node.nodeType !== ELEMENT_NODE || isSilent(node)) return false;
    if (BLOCKS_TEXT.test(nameOf(node))) text += ' ';
    return true;
  });
  return foldWhiteSpace(text);
}
