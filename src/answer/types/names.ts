import type { AnalysedText } from '../../text/analysed-text.js';
import { TITLES } from '../../text/lexicon/name-words.js';
import { NAME_KINDS } from '../../text/name-kinds.js';
import { fold } from '../../text/tokens.js';
import { type ValueSpan, wordsOf } from './value-span.js';

/** What a name of each kind is worth as an answer, 0 to 1. */
export type KindFits = Readonly<Record<(typeof NAME_KINDS)[number], number>>;

/** A name that fits less is hardly ever an answer. */
const LEAST_FIT = 0.08;

/** The names of a sentence, each with the fit to be expected by the chances of its kinds. */
export function namesOf({ names }: AnalysedText, fits: KindFits): ValueSpan[] {
  return names.flatMap(({ chances, start, end, first, last }) => {
    const fit = NAME_KINDS.reduce((sum, kind, index) => sum + (chances[index] ?? 0) * fits[kind], 0);
    return fit >= LEAST_FIT ? [{ start, end, first, last, fit }] : [];
  });
}

/** Words that stand before a title: "Prime Minister", "former President". */
const BEFORE_TITLE = /^(?:prime|vice|deputy|former|acting|foreign|first)$/;
/** From this chance on a name is taken for a person's: "President Joe Biden" has a title, "Justice Department" none. */
const PERSON = 0.5;

/** A name folded, without article, and a person's without titles: "the U.S. House" is "u.s. house", "President Joe Biden" "joe biden". */
export function canonicalName(sentence: AnalysedText, span: ValueSpan): string {
  const words = fold(wordsOf(sentence, span)).replace(/^the /, '').split(/\s+/);
  const name = sentence.names.find(({ start, end }) => start === span.start && end === span.end);
  if ((name?.chances[NAME_KINDS.indexOf('person')] ?? 0) < PERSON) return words.join(' ');
  const isTitle = (at: number): boolean => TITLES.has((words[at] ?? '').replace('.', ''));
  while (words.length > 1 && (isTitle(0) || (BEFORE_TITLE.test(words[0] ?? '') && isTitle(1)))) words.shift();
  return words.join(' ');
}
