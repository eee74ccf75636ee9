import { analyseText } from '../../text/analysed-text.js';
import { baseForm } from '../../text/irregular-forms.js';
import type { ReadSentence } from './read-sentences.js';
import { reportsSpeech } from './stands-alone.js';

/** What a sentence shows by itself, whatever else is told. Each is 0 to 1. */
export interface OwnFeatures {
  /** The first or second statement of its article. */
  readonly first: number;
  readonly second: number;
  /** How far down it stands. */
  readonly depth: number;
  /** Too short to say who did what. */
  readonly short: number;
  /** Longer than is read with ease. */
  readonly long: number;
  /** Tells what somebody said rather than what happened. */
  readonly speech: number;
  /** Has a number other than a date. */
  readonly figure: number;
  /** Says on which day of this week it was. */
  readonly dated: number;
  readonly pastTense: number;
}

const DAY =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|this (?:morning|afternoon|evening)|overnight)\b/i;
const SHORT_WORDS = 18;
const LONG_WORDS = 32;
const LONGEST_WORDS = 60;
const DEEP = 30;

export function ownFeatures({ sentence: { text }, statementsBefore }: ReadSentence): OwnFeatures {
  const analysed = analyseText(text);
  const { tokens, quantities, parts } = analysed;
  const isPast = (word: string): boolean =>
    /^(?:was|were|had|did)$/.test(word) ||
    /ed$/.test(word) ||
    (baseForm(word) !== word && !/(?:ing|goes)$/.test(word));
  const flag = (is: boolean): number => (is ? 1 : 0);
  return {
    first: flag(statementsBefore === 0),
    second: flag(statementsBefore === 1),
    depth: Math.log(1 + Math.min(DEEP, statementsBefore)) / Math.log(1 + DEEP),
    short: Math.max(0, SHORT_WORDS - tokens.length) / SHORT_WORDS,
    long: Math.max(0, Math.min(LONGEST_WORDS, tokens.length) - LONG_WORDS) / (LONGEST_WORDS - LONG_WORDS),
    speech: flag(reportsSpeech(text)),
    figure: flag(quantities.some(({ kind }) => /^(?:count|money|percent|measure)$/.test(kind))),
    dated: flag(DAY.test(text)),
    pastTense: flag(tokens.some(({ word }, at) => parts[at] === 'verb' && isPast(word))),
  };
}
