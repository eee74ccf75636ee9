import type { Token } from '../../text/tokens.js';
import { askedSpeaker, speakerShare } from '../asked-speaker.js';
import { FOUND } from '../matching.js';
import type { RankedSentence } from '../rank.js';
import { speakersIn, wordsOf } from '../speakers.js';
import { type Fact, isName, LOOKED_AT } from './fact.js';

/**
 * The question asks for somebody's words: how much of the name is missing wherever one of the best candidates speaks of
 * somebody or somebody speaks in it. "How did the oil price react" is asked in vain of what parliament and Iran reacted.
 */
export const unsaid: Fact = (best, ranked) => {
  const { question } = best.candidate.matcher;
  if (question.kind !== 'statement' || askedSpeaker(question).length === 0) return 0;
  return 1 - Math.max(...ranked.slice(0, LOOKED_AT).map(shareOfSpeaker));
};

/** How much of the name a sentence has, or whoever speaks in it; the last word of a name is enough. */
function shareOfSpeaker({ candidate, article, sentence }: RankedSentence): number {
  const { matcher, analysed } = candidate;
  const speakers = speakersIn(article, sentence).map(wordsOf);
  const texts = [analysed.tokens, ...speakers];
  const last = matcher.question.terms[askedSpeaker(matcher.question).at(-1) ?? -1];
  const isLast = (token: Token): boolean =>
    matcher.matches(token).some(({ term, strength }) => term === last && strength >= FOUND);
  if (last !== undefined && isName(last) && texts.some((tokens) => tokens.some(isLast))) return 1;
  return Math.max(...texts.map((tokens) => speakerShare(matcher, tokens)));
}
