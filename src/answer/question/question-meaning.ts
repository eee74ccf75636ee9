import { addWordVector, VECTOR_SIZE } from '../../text/lexicon/word-vectors.js';
import type { Token } from '../../text/tokens.js';

/** How long each vector is: the longer, the more its values count beside a feature that counts 1. */
const LENGTHS = { head: 2, opening: 1.4, verb: 1.4, all: 2 } as const;

export const MEANING_SIZE = 5 * VECTOR_SIZE;

/**
 * What the words of a question mean, so that what is learned of "fee" is known of "toll": the vectors of the noun asked for, of
 * the first and the second content word, of the main verb, and the mean of all content words, one after another.
 */
export function questionMeaning(
  tokens: readonly Token[],
  head: Token | undefined,
  verb: Token | undefined,
): Float32Array {
  const meaning = new Float32Array(MEANING_SIZE);
  const slot = (at: number) => meaning.subarray(at * VECTOR_SIZE, (at + 1) * VECTOR_SIZE);
  const content = tokens.filter(({ stop }) => !stop);
  const [first, second] = content;
  if (head) addWordVector(slot(0), head.word, LENGTHS.head);
  if (first) addWordVector(slot(1), first.word, LENGTHS.opening);
  if (second) addWordVector(slot(2), second.word, LENGTHS.opening);
  if (verb) addWordVector(slot(3), verb.word, LENGTHS.verb);
  const all = slot(4);
  for (const { word } of content) addWordVector(all, word, 1);
  const length = Math.hypot(...all);
  if (length > 0) for (const at of all.keys()) all[at] = ((all[at] ?? 0) * LENGTHS.all) / length;
  return meaning;
}
