import { STOP_WORDS } from '../../text/stop-words.js';
import { readIntent } from './intent.js';

/** A question, and what it was read together with. */
export interface EarlierQuestion {
  readonly question: string;
  readonly previous: string | null;
}

/** The longest conversation that is read with a question, in characters. */
const LONGEST = 300;

/**
 * What a question that goes on from another is read together with: that question, and what it went on from itself. "And
 * why?" after "when was it?" is about what "it" was. Where it becomes too long, the older part is left out.
 */
export function conversationSoFar({ question, previous }: EarlierQuestion): string | null {
  if (readIntent(question).kind === 'small talk') return previous;
  if (previous === null) return question;
  const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.every((word) => STOP_WORDS.has(word))) return previous;
  const whole = `${/[.!?]$/.test(previous) ? previous : `${previous}?`} ${question}`;
  return whole.length <= LONGEST ? whole : question;
}

const OPENS_AS_ONE =
  /^(?:and|but|or|what about|how about)\b|^(?:why|when|where|how|who|since when|how so|how come)[\s?!.]*$/i;
/** Somebody or something that was named before. */
const NAMED_BEFORE = /\b(?:he|she|it|they|him|her|them|his|its|their|theirs|hers)\b/i;
/** A longer question says what it asks of. */
const SHORT = 9;

/** Whether a question obviously goes on from the one before: "and why?", "what is the reward for her?". */
export function goesOn(question: string): boolean {
  if (OPENS_AS_ONE.test(question)) return true;
  const [, ...words] = question.split(/\s+/);
  const names = words.some((word) => /^\p{Lu}/u.test(word));
  return words.length < SHORT && !names && NAMED_BEFORE.test(question);
}
