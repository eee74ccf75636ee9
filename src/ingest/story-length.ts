import type { Block } from '../articles/block.js';

/**
 * No article of the web is longer, in characters: a whole page of a newspaper has up to as many. What is taken in is
 * compared and indexed in the thread that answers.
 */
export const LONGEST_STORY = 200_000;

export function isTooLong(blocks: readonly Block[]): boolean {
  return blocks.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_STORY;
}
