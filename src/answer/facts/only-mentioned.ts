import { nounKind } from '../../text/lexicon/noun-kinds.js';
import { namesPlace } from '../../text/lexicon/places.js';
import type { Token } from '../../text/tokens.js';
import type { Candidate } from '../candidate.js';
import { FOUND, STRENGTH } from '../matching.js';
import type { Question } from '../question.js';
import { type Fact, isNews, LOOKED_AT } from './fact.js';

/** From this fit on a name may well be the one that is asked for. */
const LIKELY = 0.6;

/**
 * "Which base was hit": the best sentence tells of "an Iraqi base", as one does who does not name it, and none of the good
 * candidates has a name beside the word.
 */
export const onlyMentioned: Fact = ({ candidate }, ranked) => {
  const { question } = candidate.matcher;
  const asked = askedNoun(question);
  if (asked < 0 || !isIndefinite(candidate, asked)) return 0;
  if (question.kind !== 'thing' && (candidate.spans[0]?.fit ?? 0) >= LIKELY) return 0;
  return ranked.slice(0, LOOKED_AT).some((item) => isNamed(item.candidate, asked)) ? 0 : 1;
};

/** Position in `terms` of what a question with "which" asks for one of, the last noun of its phrase; -1 in other questions. */
function askedNoun({ tokens, terms, kind }: Question): number {
  const which = tokens.findIndex(({ word }) => word === 'which');
  if (which < 0 || kind === 'date' || /^(?:two|three|four|other)$/.test(tokens[which + 1]?.word ?? ''))
    return -1;
  const isNoun = (index: number): boolean => terms[index]?.part === 'noun' && !terms[index]?.particular;
  let last = terms.findIndex(
    ({ token }, index) => token.start > (tokens[which]?.start ?? 0) && isNoun(index),
  );
  while (isNoun(last + 1) && terms[last + 1]?.token.start === (terms[last]?.token.end ?? 0) + 1) last += 1;
  return nounKind(terms[last]?.token.word ?? '') === 'person' ? -1 : last;
}

const INDEFINITE = /^(?:an?|some|several|many|numerous|various|other|including)$/;
const DEFINITE = /^(?:the|these|those|his|her|its|their|our|my|all|both|two|three)$/;

/** "An Iraqi base", "cultural sites": what stands before the noun does not say which. */
function isIndefinite({ analysed: { tokens, parts }, evidence }: Candidate, asked: number): boolean {
  return evidence.places.some(({ at, match }) => {
    if (match.index !== asked || match.strength < STRENGTH.derived) return false;
    let before = at - 1;
    while (/^(?:adjective|noun)$/.test(parts[before] ?? '') || namesPlace(tokens[before]?.word ?? ''))
      before -= 1;
    const word = tokens[before]?.word ?? '';
    const isPlural = (tokens[at]?.word ?? '').endsWith('s');
    return INDEFINITE.test(word) || (isPlural && !DEFINITE.test(word) && !isGenitive(tokens[before]));
  });
}

function isGenitive(token: Token | undefined): boolean {
  return /['’]s?$/.test(token?.text ?? '');
}

/** "The Ritz hotel", "a base called Camp Taji": a name that the question does not have stands right before the noun or behind it. */
function isNamed(candidate: Candidate, asked: number): boolean {
  const { analysed, evidence } = candidate;
  const { tokens, names } = analysed;
  return evidence.places.some(
    ({ at, match }) =>
      match.index === asked &&
      match.strength >= FOUND &&
      names.some(
        ({ first, last }) =>
          first <= at + NAMED_WITHIN &&
          last >= at - 1 &&
          tokens.slice(at + 1, first).every(({ word }) => /^(?:the|of|called|named|as)$/.test(word)) &&
          tokens.slice(first, last + 1).some((token) => isNews(candidate, token)),
      ),
  );
}

/** "Base called Camp Taji". */
const NAMED_WITHIN = 2;
