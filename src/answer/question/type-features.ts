import { kindsOf } from '../../text/lexicon/noun-hierarchy.js';
import { nounKind } from '../../text/lexicon/noun-kinds.js';
import type { PartOfSpeech } from '../../text/parts-of-speech.js';
import type { Token } from '../../text/tokens.js';
import { AUXILIARY, askedPhrase, questionWordAt } from './head-noun.js';
import { questionMeaning } from './question-meaning.js';

/** What tells which type of answer a question wants. */
export interface TypeFeatures {
  /** Each counts 1. */
  readonly present: readonly string[];
  /** What its words mean: MEANING_SIZE values. */
  readonly meaning: Float32Array;
}

/** Words, pairs of words, the order of parts of speech, and the head noun with what it is a kind of. */
export function typeFeatures(tokens: readonly Token[], parts: readonly PartOfSpeech[]): TypeFeatures {
  const words = tokens.map(({ word }) => (/\d/.test(word) ? '#' : word));
  const tags = tokens.map((token, at) => shapeOf(token, parts[at] ?? 'other'));
  const wordAt = (at: number): string => words[at] ?? '.';
  const tagAt = (at: number): string => tags[at] ?? '.';
  const present = new Set<string>(['always']);
  for (const [at, word] of words.entries()) {
    present.add(`w ${word}`);
    present.add(`t ${tokens[at]?.term ?? ''}`);
    present.add(`p ${word} ${wordAt(at + 1)}`);
  }
  present.add(`first ${wordAt(0)}`);
  present.add(`first ${wordAt(0)} ${wordAt(1)}`);
  present.add(`end ${tokens.at(-1)?.term ?? ''}`);

  const asking = questionWordAt(tokens);
  const word = words[asking] ?? '-';
  const next = wordAt(asking + 1);
  present.add(`asks ${word}`);
  present.add(`asks ${word} ${next}`);
  present.add(`asks ${word} ${next} ${wordAt(asking + 2)}`);
  for (let length = 1; length <= 4; length++) {
    const shape = Array.from({ length }, (_, at) => tagAt(asking + 1 + at)).join('');
    present.add(`shape ${word} ${shape}`);
  }
  if (tokens.length - asking <= WHOLE) {
    const whole = tags.slice(asking + 1).join('');
    present.add(`whole ${word} ${whole.replace(/([NPJ#])\1+/g, '$1')}`);
  }
  if (tags.includes('S', asking + 1)) present.add(`superlative ${word} ${tagAt(asking + 1)}`);
  if (asking < 0) present.add(`last ${words.at(-1) ?? ''}`);
  if (asking > 0 && asking === words.length - 1) present.add(`ends ${word}`);
  if (words.length <= 4) present.add(`short ${word} ${next}`);
  if (hasAbbreviation(tokens)) present.add(`capitals ${word} ${Math.min(5, words.length)}`);

  const phrase = askedPhrase(tokens, parts);
  const head = phrase === null ? undefined : tokens[phrase.head];
  if (phrase === null || head === undefined) present.add(`no head ${word}`);
  else {
    present.add(`head ${head.term}`);
    present.add(`head ${word} ${head.term}`);
    present.add(`head is ${parts[phrase.head] ?? ''} ${word}`);
    present.add(`head of ${nounKind(head.word) ?? 'none'}`);
    for (const kind of kindsOf(head.word)) present.add(`kind ${kind}`);
    present.add(`before head ${wordAt(phrase.head - 1)}`);
    present.add(`after head ${wordAt(phrase.head + 1)}`);
    present.add(`after head ${tagAt(phrase.head + 1)} ${word}`);
    if (phrase.head === words.length - 1) present.add(`head last ${word}`);
  }
  const main = tokens.find(({ stop }, at) => parts[at] === 'verb' && at > asking && !stop);
  if (main) present.add(`verb ${word} ${main.term}`);
  return { present: [...present], meaning: questionMeaning(tokens, head, main) };
}

/** The longest rest of a question whose whole order of parts of speech tells something, and its question word. */
const WHOLE = 7;

const SHAPES: Readonly<Record<PartOfSpeech, string>> = {
  noun: 'N',
  name: 'P',
  verb: 'V',
  adjective: 'J',
  adverb: 'R',
  number: '#',
  other: 'o',
};
const SHOWN = /^(?:the|an?|of|to|for|in|by|from)$/;
const SUPERLATIVE = /^(?:most|least|best|worst|first|last|only|[a-z]{2,}[^f]est)$/;

/** A word in the order of parts of speech; some small words stand for themselves. */
function shapeOf({ word, stop }: Token, part: PartOfSpeech): string {
  if (AUXILIARY.test(word)) return 'x';
  if (part !== 'noun' && SUPERLATIVE.test(word)) return 'S';
  return stop && part === 'other' && SHOWN.test(word) ? word : SHAPES[part];
}

/** "What is DSL?" wants to hear what it stands for. Who writes all in capitals, or none, says nothing by them. */
function hasAbbreviation(tokens: readonly Token[]): boolean {
  const isOne = ({ text }: Token) => /^\p{Lu}{2,}$|^(?:\p{Lu}\.)+$/u.test(text);
  return tokens.some(isOne) && !tokens.every(isOne);
}
