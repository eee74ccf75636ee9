import { foldWhiteSpace } from '../block.js';
import type { PageNode } from '../page-node.js';
import type { TextMeasures } from './text-measures.js';

/** What of a document is needed here. */
interface SearchableDocument {
  querySelector(selector: string): PageNode | null;
}

/** A shorter description may begin like anything. */
const SHORTEST = 40;
/** A lead with more characters, white space left out, is the story. */
const LONGEST = 700;

/**
 * Finds the element of the lead: the first that begins with what the head of the page gives as its description, or
 * that the description begins with.
 * @param elements of the body, parents first
 * @returns the innermost such element; null if the page does not repeat its description
 */
export function leadOf(
  document: SearchableDocument,
  elements: readonly PageNode[],
  measures: TextMeasures,
): PageNode | null {
  const descriptions = ['meta[name="description"]', 'meta[property="og:description"]']
    .map((selector) => lettersOf(document.querySelector(selector)?.getAttribute?.('content') ?? ''))
    .filter((letters) => letters.length >= SHORTEST);
  if (descriptions.length === 0) return null;
  const begins = (node: PageNode) => {
    const { text } = measures.of(node);
    if (text < SHORTEST || text > LONGEST) return false;
    const letters = lettersOf(node.textContent ?? '').slice(0, SHORTEST);
    return descriptions.some((description) => description.startsWith(letters));
  };
  let lead: PageNode | null = null;
  for (const element of elements) {
    if (lead === null ? begins(element) : element.parentNode === lead && begins(element)) lead = element;
  }
  return lead;
}

function lettersOf(text: string): string {
  return foldWhiteSpace(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
