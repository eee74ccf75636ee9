import type { Mention, Support } from '../../src/answer/extraction/mention.js';
import { eachEvidence } from '../../src/answer/extraction/value-features.js';

/** All evidence about a value where it is said, each by the name under which the weights know it. */
export function valueEvidence(
  mention: Mention,
  support: Support,
): (readonly [name: string, value: number])[] {
  const evidence: (readonly [string, number])[] = [];
  eachEvidence(mention, support, (name, value) => evidence.push([name, value]));
  return evidence;
}
