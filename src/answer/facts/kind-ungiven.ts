import { isKindOf } from '../../text/lexicon/noun-hierarchy.js';
import type { Candidate } from '../candidate.js';
import { STRENGTH } from '../matching.js';
import { type Fact, isNews, LOOKED_AT } from './fact.js';

const KIND_OF = /^(?:type|kind|sort|model|make|brand|class|breed|species|variety)s?$/;

/** "What type of drone": none of the best candidates says more of it than that it is one. */
export const kindUngiven: Fact = (best, ranked) => {
  const { tokens, terms } = best.candidate.matcher.question;
  const of = tokens.findIndex(({ word }, at) => word === 'of' && KIND_OF.test(tokens[at - 1]?.word ?? ''));
  const asked = terms.findIndex(({ token }) => token.start === tokens[of + 1]?.start);
  if (of < 0 || asked < 0) return 0;
  return ranked.slice(0, LOOKED_AT).some(({ candidate }) => givesKind(candidate, asked)) ? 0 : 1;
};

/** A word for a kind of it, or one that stands before it and says which: "a Reaper drone". Whose it is says nothing. */
function givesKind(candidate: Candidate, asked: number): boolean {
  const { analysed, matcher, evidence } = candidate;
  const { tokens, parts } = analysed;
  const noun = matcher.question.terms[asked]?.token.word ?? '';
  const isOne = new Set(
    evidence.places
      .filter(({ match }) => match.index === asked && match.strength >= STRENGTH.derived)
      .map(({ at }) => at),
  );
  return tokens.some((token, at) => {
    const saysWhich = isOne.has(at + 1) && /^(?:noun|name|adjective)$/.test(parts[at] ?? '');
    return isNews(candidate, token) && (saysWhich || isKindOf(token.word, noun));
  });
}
