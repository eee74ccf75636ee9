import type { Token } from '../tokens.js';

/** Terms after a number up to the end of its noun phrase: "5,000 U.S. soldiers", "173 of the 329 Iraqi lawmakers". */
export function countedAfter(text: string, tokens: readonly Token[], last: number): string[] {
  const terms: string[] = [];
  for (let at = last + 1; at < Math.min(tokens.length, last + 8); at++) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before) break;
    if (!/^(?:[\s-]|[%+]\s)$/.test(text.slice(before.end, token.start))) break;
    if (token.stop) {
      if (terms.length === 0 && /^(?:of|the|its|his|their|these|those|our|such|other)$/.test(token.word))
        continue;
      break;
    }
    if (/^\d/.test(token.word) && terms.length === 0) continue;
    terms.push(token.term);
    if (terms.length === 4) break;
  }
  return terms;
}
