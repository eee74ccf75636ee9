import type { Candidate } from '../candidate.js';
import type { Question } from '../question.js';
import { type Fact, FOUND, LOOKED_AT } from './fact.js';

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
  if (event.length === 0) return 0;
  return ranked.slice(0, LOOKED_AT).some((item) => countsVictimsOf(event, item.candidate)) ? 0 : 1;
};

/** Positions in `terms` of the nouns that say in what somebody was harmed, names left out. */
function eventIn({ kind, text, terms }: Question): readonly number[] {
  const harmed = HARMED_IN.exec(text);
  if (kind !== 'count' || harmed === null) return [];
  return terms.flatMap(({ particular, part, token }, index) =>
    !particular && part === 'noun' && token.start >= harmed.index + harmed[0].length ? [index] : [],
  );
}

function countsVictimsOf(event: readonly number[], { analysed, evidence, surroundings }: Candidate): boolean {
  const near = [evidence, surroundings.previous, surroundings.title];
  return (
    analysed.quantities.some(({ kind }) => kind === 'count') &&
    TELLS_OF_HARM.test(analysed.text) &&
    event.some((index) => near.some((text) => (text?.strengths[index] ?? 0) >= FOUND))
  );
}
