import { withoutLongTokens } from './long-tokens.js';
import type { Token } from './tokens.js';
import { taggedTokens } from './wink.js';

/** The universal part-of-speech tags (universaldependencies.org/u/pos) that are distinguished here. */
export type PartOfSpeech = 'noun' | 'name' | 'verb' | 'adjective' | 'adverb' | 'number' | 'other';

const TAGS: Readonly<Record<string, PartOfSpeech>> = {
  NOUN: 'noun',
  PROPN: 'name',
  VERB: 'verb',
  ADJ: 'adjective',
  ADV: 'adverb',
  NUM: 'number',
};

/**
 * Tags each token with its part of speech, in the order of the tokens. wink-nlp splits words slightly
 * differently ("al-Sadr" is three), so tags are matched by position: a token gets the tag of the piece that
 * it starts in.
 */
export function partsOfSpeech(text: string, tokens: readonly Token[]): PartOfSpeech[] {
  const readable = withoutLongTokens(text);
  const { tokens: values, tags } = taggedTokens(readable);
  const result: PartOfSpeech[] = [];
  let piece = -1;
  let pieceEnd = 0;
  for (const token of tokens) {
    while (pieceEnd <= token.start && piece + 1 < values.length) {
      piece += 1;
      const value = values[piece] ?? '';
      const at = readable.indexOf(value, pieceEnd);
      if (at >= 0) pieceEnd = at + value.length;
    }
    result.push(TAGS[tags[piece] ?? ''] ?? 'other');
  }
  return result;
}
