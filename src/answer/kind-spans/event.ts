import type { AnalysedText } from '../analysed-text.js';
import { FOUND } from '../matching.js';
import type { TermMatcher } from '../term-matcher.js';

/**
 * Token positions of what a question asks the reason or the manner of: of its verbs, or of all its words where it has
 * none ("why was he in Baghdad").
 */
export function eventPlaces(matcher: TermMatcher, sentence: AnalysedText): readonly number[] {
  const verbs = matcher.question.terms.filter(
    ({ part, particular, share }) => part === 'verb' && !particular && share === 1,
  );
  const wanted = new Set(verbs.length > 0 ? verbs : matcher.question.terms);
  return sentence.tokens.flatMap((token, at) =>
    matcher.matches(token).some(({ term, strength }) => strength >= FOUND && wanted.has(term)) ? [at] : [],
  );
}
