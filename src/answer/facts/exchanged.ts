import { TITLES } from '../../text/lexicon/name-words.js';
import type { Token } from '../../text/tokens.js';
import type { AnalysedText } from '../analysed-text.js';
import type { Candidate } from '../candidate.js';
import { strengthsAround } from '../features/coverage.js';
import { FOUND } from '../matching.js';
import type { QuestionTerm } from '../question.js';
import type { Fact } from './fact.js';

/** What stands for the question's word in the least. */
const SLIGHTLY = 0.3;
/** Two phrases are one where nothing but blanks and possessive endings part their words. */
const PARTED = /[,;:.()"“”–—]/;

/**
 * In the place of a name, a number or an adjective of the question, which is missing all around, the best candidate has
 * another: "the Scottish Parliament" for "the Spanish Parliament", "in 1901" for "in 1910".
 */
export const exchanged: Fact = ({ candidate }) => {
  const around = strengthsAround(candidate.surroundings);
  const { terms } = candidate.matcher.question;
  return terms.some((term, index) => (around[index] ?? 0) < FOUND && isExchanged(candidate, term)) ? 1 : 0;
};

function isExchanged({ matcher, analysed, evidence }: Candidate, term: QuestionTerm): boolean {
  const { tokens, terms } = matcher.question;
  const asked = tokens.findIndex(({ start }) => start === term.token.start);
  for (const side of [1, -1]) {
    const step = tokens[asked + side]?.stop ? 2 : 1;
    const neighbour = terms.findIndex(({ term: other }) => other === tokens[asked + side * step]?.term);
    if (asked < 0 || neighbour < 0) continue;
    for (const { at, match } of evidence.places) {
      if (match.index !== neighbour || match.strength < FOUND) continue;
      // "Division in Warsaw" is set against "division in Poland", not against "division of Warsaw".
      if (step === 2 && analysed.tokens[at - side]?.word !== tokens[asked + side]?.word) continue;
      const place = at - side * step;
      if (isAnother(analysed, place, term) && isOnePhrase(analysed, place, at)) {
        const other = analysed.tokens[place];
        if (other && !matcher.matches(other).some(({ strength }) => strength >= SLIGHTLY)) return true;
      }
    }
  }
  return false;
}

/** Something of the same sort as a term of the question. */
function isAnother({ tokens, parts }: AnalysedText, at: number, term: QuestionTerm): boolean {
  const token = tokens[at];
  if (token === undefined || token.stop) return false;
  if (/\d/.test(term.term)) return /\d/.test(token.term);
  if (term.particular) return isName(token, parts[at], at) && !isTitle(token) && !isTitle(term.token);
  return term.part === 'adjective' && parts[at] === 'adjective';
}

function isName({ text }: Token, part: string | undefined, at: number): boolean {
  return part === 'name' || (at > 0 && /^\p{Lu}/u.test(text));
}

/** "General Soleimani" is Qassem Soleimani. */
function isTitle({ word }: Token): boolean {
  return TITLES.has(word);
}

function isOnePhrase({ tokens, text }: AnalysedText, left: number, right: number): boolean {
  const [first, last] = [tokens[Math.min(left, right)], tokens[Math.max(left, right)]];
  return first !== undefined && last !== undefined && !PARTED.test(text.slice(first.end, last.start));
}
