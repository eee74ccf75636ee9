import { kindsOf } from '../../text/lexicon/noun-hierarchy.js';
import { nounKind } from '../../text/lexicon/noun-kinds.js';
import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import type { Token } from '../../text/tokens.js';
import { askedPhrase, questionWordAt } from './head-noun.js';

/** Words, pairs of words and the head noun with what it is a kind of: what tells which type of answer a question wants. */
export function typeFeatures(tokens: readonly Token[], parts: readonly PartOfSpeech[]): string[] {
  const words = tokens.map(({ word }) => (/\d/.test(word) ? '#' : word));
  const features = new Set<string>(['always']);
  for (const [at, word] of words.entries()) {
    features.add(`w ${word}`);
    features.add(`t ${tokens[at]?.term ?? ''}`);
    features.add(`p ${word} ${words[at + 1] ?? '.'}`);
  }
  const asking = questionWordAt(tokens);
  const word = words[asking] ?? '-';
  features.add(`first ${words[0] ?? ''}`);
  features.add(`asks ${word}`);
  features.add(`asks ${word} ${words[asking + 1] ?? '.'}`);
  features.add(`asks ${word} ${words[asking + 1] ?? '.'} ${words[asking + 2] ?? '.'}`);
  features.add(`asks ${word} then ${parts[asking + 1] ?? '.'}`);
  if (asking < 0) features.add(`last ${words.at(-1) ?? ''}`);
  if (asking > 0 && asking === words.length - 1) features.add(`ends ${word}`);
  if (words.length <= 4) features.add(`short ${word} ${words[asking + 1] ?? '.'}`);
  const phrase = askedPhrase(tokens, parts);
  if (phrase === null) features.add(`no head ${word}`);
  else {
    const head = tokens[phrase.head];
    if (head) {
      features.add(`head ${head.term}`);
      features.add(`head ${word} ${head.term}`);
      features.add(`head is ${parts[phrase.head] ?? ''} ${word}`);
      features.add(`head of ${nounKind(head.word) ?? 'none'}`);
      for (const kind of kindsOf(head.word)) features.add(`kind ${kind}`);
      features.add(`after head ${words[phrase.head + 1] ?? '.'}`);
      if (phrase.head === words.length - 1) features.add(`head last ${word}`);
    }
  }
  const main = parts.findIndex((part, at) => part === 'verb' && at > asking && !tokens[at]?.stop);
  if (main >= 0) features.add(`verb ${word} ${tokens[main]?.term ?? ''}`);
  const end = tokens.at(-1);
  if (end) features.add(`end ${end.term}`);
  return [...features];
}
