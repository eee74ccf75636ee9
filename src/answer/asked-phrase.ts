import { namesPlace } from '../text/lexicon/places.js';
import type { PartOfSpeech } from '../text/parts-of-speech.js';
import type { Token } from '../text/tokens.js';
import { AUXILIARIES, GENERIC_HEADS, NUMBER_NOUNS } from './kind-words.js';

function skip(tokens: readonly Token[], from: number): number {
  let at = from;
  while (/^(?:the|a|an|his|her|their|its|some|this|that|most|least)$/.test(tokens[at]?.word ?? '')) at += 1;
  return at;
}

/** A run of words around a noun, by token positions. */
export interface NounPhrase {
  readonly focus: readonly number[];
  /** The last noun of the focus. */
  readonly head: string;
  /** The noun before "of" in "number of soldiers"; else the head. */
  readonly outer: string;
}

/** The noun phrase that starts at a token: "US troops"; "type of building" is a building, "number of soldiers" soldiers. */
export function nounPhrase(
  tokens: readonly Token[],
  parts: readonly PartOfSpeech[],
  from: number,
): NounPhrase {
  const focus: number[] = [];
  let at = skip(tokens, from);
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    const part = parts[at];
    if (!token || token.stop || part === 'adverb' || part === 'other') break;
    // In "which TV shows did she talk to" an auxiliary follows, so this is a noun.
    if (part === 'verb' && focus.length > 0 && !AUXILIARIES.has(tokens[at + 1]?.word ?? '')) break;
    // "How many seats iraq parliament": another noun begins.
    const isName = part === 'name' || namesPlace(token.word);
    if (isName && parts[at - 1] === 'noun' && focus.length > 0 && !namesPlace(tokens[at - 1]?.word ?? ''))
      break;
    // "How many militias sadr reactivated": what is counted ends in its plural.
    const isCounted =
      tokens[from - 1]?.word === 'many' && focus.length > 0 && /s$/.test(tokens[at - 1]?.word ?? '');
    if (isCounted && !/s$/.test(token.word)) break;
    focus.push(at);
  }
  const head = tokens[focus.at(-1) ?? -1]?.word ?? '';
  if ((GENERIC_HEADS.has(head) || NUMBER_NOUNS.has(head)) && tokens[at]?.word === 'of') {
    const inner = nounPhrase(tokens, parts, at + 1);
    if (inner.focus.length > 0) return { ...inner, outer: head };
  }
  return { focus, head, outer: head };
}

export function firstNoun(tokens: readonly Token[], parts: readonly PartOfSpeech[]): number[] {
  const at = tokens.findIndex((token, index) => parts[index] === 'noun' && !token.stop);
  return at < 0 ? [] : [at];
}
