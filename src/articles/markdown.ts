import { Marked } from 'marked';
import type { Block } from './block.js';
import { htmlBlocks } from './html-blocks.js';

const marked = new Marked({ gfm: true });

/** The blocks of a Markdown text: its words without their markup. Goes through HTML, so that both are read alike. */
export function markdownBlocks(markdown: string): Block[] {
  return htmlBlocks(marked.parse(markdown, { async: false }));
}
