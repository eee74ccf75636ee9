import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import type { Token } from '../../text/tokens.js';

/** Positions of a noun phrase's first and last word; its head is the last. */
export interface NounPhrase {
  readonly first: number;
  readonly head: number;
}

const ASKING = /^(?:who|whom|whose|what|whats|which|when|where|why|how|whos|wheres|name)$/;
const AUXILIARY =
  /^(?:is|are|was|were|be|been|am|did|does|do|has|have|had|will|would|can|could|should|may|might|shall|must|s|re)$/;
/** In "what kind of dog" the head is the dog. */
const OF_WHAT_FOLLOWS =
  /^(?:kind|kinds|type|types|sort|sorts|name|names|one|part|form|piece|group|list|number|amount)$/;
const DETERMINER = /^(?:the|a|an|his|her|its|their|my|your|our|this|that|these|those|some|any|all)$/;

/** Position of the question word, the first that opens the question or stands before an auxiliary; -1 where none is. */
export function questionWordAt(tokens: readonly Token[]): number {
  return tokens.findIndex(({ word }) => ASKING.test(word));
}

/**
 * The noun phrase that a question asks for: "insect" in "which insect was it", "president" in "who is the president of France",
 * "troops" in "how many troops are there", "seats" in "number of seats". Null where no noun is asked for.
 */
export function askedPhrase(tokens: readonly Token[], parts: readonly PartOfSpeech[]): NounPhrase | null {
  const asking = questionWordAt(tokens);
  let at = asking + 1;
  if (tokens[asking]?.word === 'how') {
    if (!/^(?:many|much)$/.test(tokens[at]?.word ?? '')) return null;
    at += 1;
  } else if (/^(?:when|where|why|whens|wheres)$/.test(tokens[asking]?.word ?? '')) return null;
  // "How many of the troops", "which of the two ships".
  if (tokens[at]?.word === 'of') at += 1;
  while (AUXILIARY.test(tokens[at]?.word ?? '') || DETERMINER.test(tokens[at]?.word ?? '')) at += 1;
  const phrase = phraseFrom(tokens, parts, at);
  if (phrase === null) return null;
  const { word = '' } = tokens[phrase.head] ?? {};
  if (OF_WHAT_FOLLOWS.test(word) && tokens[phrase.head + 1]?.word === 'of') {
    let next = phrase.head + 2;
    while (DETERMINER.test(tokens[next]?.word ?? '')) next += 1;
    return phraseFrom(tokens, parts, next) ?? phrase;
  }
  return phrase;
}

/** The run of adjectives, numbers and nouns that begins at a position, up to its last noun. */
function phraseFrom(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  first: number,
): NounPhrase | null {
  let head = -1;
  for (let at = first; at < tokens.length; at++) {
    const part = parts[at];
    if (part === 'noun' || part === 'name') head = at;
    else if (part !== 'adjective' && part !== 'number' && !(part === 'adverb' && head < 0)) break;
  }
  return head < 0 ? null : { first, head };
}
