import type { Token } from '../text/tokens.js';
import {
  AUXILIARIES,
  CLAIMS,
  OPINIONS,
  REPLY_TERMS,
  SAYING_TERMS,
  SURELY_SAYING,
  WH,
  wayOfSaying,
} from './kind-words.js';
import type { Question } from './question.js';
import type { TermMatcher } from './term-matcher.js';

const NONE: readonly number[] = [];
const speakers = new WeakMap<Question, readonly number[]>();

/**
 * Whose words a question asks for: positions in `Question.terms`, none where it asks for nobody's.
 * "What did *Pompeo* say", "the *State Department*'s reaction", "according to the *Iranian foreign minister*".
 */
export function askedSpeaker(question: Question): readonly number[] {
  const known = speakers.get(question);
  if (known) return known;
  const { tokens } = question;
  const [from, to] = beforeVerb(question) ?? besideNoun(tokens) ?? accordingTo(tokens) ?? [0, 0];
  const named = new Set(tokens.slice(from, to).flatMap(({ stop, term }) => (stop ? [] : [term])));
  const speaker =
    named.size === 0 ? NONE : question.terms.flatMap(({ term }, index) => (named.has(term) ? [index] : []));
  speakers.set(question, speaker);
  return speaker;
}

/** From this share of a name on it names the same one. */
export const SAME_NAME = 0.5;

/** Share, 0 to 1, of the information in the name of the one whose words are asked for that tokens hold. */
export function speakerShare(matcher: TermMatcher, tokens: readonly Token[]): number {
  const strengths = matcher.question.terms.map(() => 0);
  for (const token of tokens)
    for (const { index, strength } of matcher.matches(token))
      strengths[index] = Math.max(strengths[index] ?? 0, strength);
  let held = 0;
  let all = 0;
  for (const index of askedSpeaker(matcher.question)) {
    held += (strengths[index] ?? 0) * (matcher.weights[index] ?? 0);
    all += matcher.weights[index] ?? 0;
  }
  return all === 0 ? 0 : held / all;
}

/** The way of saying that is asked for, see `wayOfSaying`: that of "demand" in "what does he demand". */
export function askedWay(question: Question): ReadonlySet<string> | null {
  const { tokens } = question;
  const verb = tokens[verbOfSaying(question)] ?? tokens[nounOfSaying(tokens)];
  return wayOfSaying(verb?.term ?? '');
}

/** Token positions, `[from, to)`. */
type Range = readonly [number, number];

/** Position of the verb of saying that a question turns on; -1 without one. */
function verbOfSaying({ tokens, kind }: Question): number {
  const tellsAnything = /^(?:statement|thing|yes or no)$/.test(kind);
  const isSaying = ({ term, word }: Token): boolean =>
    SURELY_SAYING.has(word) || (tellsAnything && (SAYING_TERMS.has(term) || REPLY_TERMS.has(term)));
  return tokens.findIndex((token, at) => at > 0 && isSaying(token));
}

/** "What did [Graham] say", "[Graham] said what"; "what was he accused of" asks for nobody's words. */
function beforeVerb(question: Question): Range | null {
  const verb = verbOfSaying(question);
  if (verb < 0) return null;
  const before = question.tokens.slice(0, verb);
  const auxiliary = before.findLastIndex(({ word }) => AUXILIARIES.has(word));
  const isPassive = /^(?:is|was|are|were)$/.test(before[auxiliary]?.word ?? '');
  const asksForSubject = auxiliary < 0 && before.some(({ word }) => WH.has(word));
  return isPassive || asksForSubject || auxiliary + 1 === verb ? null : [auxiliary + 1, verb];
}

/** Position of "reaction", "demands" and the like; -1 without one. */
const nounOfSaying = (tokens: readonly Token[]): number =>
  tokens.findIndex(({ word }) => OPINIONS.has(word) || CLAIMS.has(word));

/** "Reaction of [Iran]", "[Ortagus] statement", "what demands did [Sadr] make", "what was the [state department]'s reaction". */
function besideNoun(tokens: readonly Token[]): Range | null {
  const noun = nounOfSaying(tokens);
  if (noun < 0) return null;
  if (/^(?:of|by|from)$/.test(tokens[noun + 1]?.word ?? '')) return [noun + 2, endOfPhrase(tokens, noun + 2)];
  if (AUXILIARIES.has(tokens[noun + 1]?.word ?? '') && WH.has(tokens[noun - 1]?.word ?? ''))
    return [noun + 2, Math.min(endOfPhrase(tokens, noun + 2), tokens.length - 1)];
  const before = tokens.slice(0, noun).findLastIndex(({ stop }) => stop);
  return before + 1 < noun ? [before + 1, noun] : null;
}

function accordingTo(tokens: readonly Token[]): Range | null {
  const at = tokens.findIndex(({ word }, index) => word === 'according' && tokens[index + 1]?.word === 'to');
  return at < 0 ? null : [at + 2, endOfPhrase(tokens, at + 2)];
}

/** Where a phrase ends that may begin with an article: before the next function word. */
function endOfPhrase(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ stop, word }, at) => at >= from && stop && !/^(?:the|a|an|of)$/.test(word));
  return end < 0 ? tokens.length : end;
}
