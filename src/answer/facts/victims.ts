import type { Candidate } from '../candidate.js';
import type { Question } from '../question.js';
import { type Fact, isAtHand, LOOKED_AT } from './fact.js';

/** "Died in the floods", "was hurt by the leak"; not "died in the week after". */
const HARMED_IN =
  /\b(?:killed|died|dead|die|perished|hurt|injured|wounded|arrested|shot)(?: so far)? (?:in|during|by|from|at|on) (?!the (?:end|beginning|start|first|last|week|day)\b)/i;
const TELLS_OF_HARM =
  /\b(?:kill\w*|die[sd]?|dead|deaths?|perish\w*|murder\w*|shot|toll|lives|victims|fatal\w*|casualt\w*|assassinat\w*|hurt|injur\w*|wounded|arrest\w*|detained)\b/i;

/**
 * "How many died in the protests": no good candidate that counts victims speaks of protests there. News has many counts of
 * victims, and another event has others.
 */
export const victimsUncounted: Fact = ({ candidate }, ranked) => {
  const { question } = candidate.matcher;
  const event = eventIn(question);
  if (event < 0) return 0;
  return ranked.slice(0, LOOKED_AT).some((item) => countsVictimsOf(event, item.candidate)) ? 0 : 1;
};

/** Position in `terms` of the noun that says in what somebody was harmed, the last of its phrase; -1 where none does. */
function eventIn({ kind, text, tokens, terms }: Question): number {
  const harmed = HARMED_IN.exec(text);
  if (kind !== 'count' || harmed === null) return -1;
  const from = tokens.findIndex(({ start, stop }) => start >= harmed.index + harmed[0].length && !stop);
  const end = tokens.findIndex(({ stop }, at) => at > from && stop);
  const phrase = new Set(tokens.slice(from, end < 0 ? undefined : end).map(({ start }) => start));
  return terms.findLastIndex(
    ({ particular, part, token }) => !particular && part === 'noun' && phrase.has(token.start),
  );
}

function countsVictimsOf(event: number, candidate: Candidate): boolean {
  const { analysed } = candidate;
  return (
    analysed.quantities.some(({ kind }) => kind === 'count') &&
    TELLS_OF_HARM.test(analysed.text) &&
    isAtHand(candidate, event)
  );
}
