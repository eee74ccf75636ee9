import { isSpellingVariant } from '../../text/spelling.js';
import { opensWithCapital } from '../../text/words/capital.js';
import type { Word } from '../../text/words/word-form.js';
import type { QuestionTerm } from './question.js';

/** How well words stand for one another, from the same word (1) to nothing in common (0). */
export const STRENGTH = { sameTerm: 1, derived: 0.85, spelling: 0.8, prefix: 0.5 } as const;

/** From this strength on a term, or a word that can stand for it, is there. */
export const FOUND = 0.5;

/** The strength with which a word of a text stands for a term of the question. */
export function matchStrength(term: QuestionTerm, token: Word): number {
  if (term.term === token.term) return STRENGTH.sameTerm;
  if (token.stop) return 0;
  const strength = isOtherSpelling(term, token)
    ? STRENGTH.spelling
    : Math.max(term.related.get(token.term) ?? 0, sharedBeginning(term.term, token.term));
  // Looked at last, as it takes longest, and few words come so far.
  return strength > 0 && (/\d/.test(term.term) || /\d/.test(token.term)) ? 0 : strength;
}

/** Only names are spelled in several ways; an unknown word of the question may be a slip of the pen. */
function isOtherSpelling(term: QuestionTerm, token: Word): boolean {
  return (!term.known || opensWithCapital(token.text)) && isSpellingVariant(term.token.word, token.word);
}

// Endings that make one word of another: "expuls-ion", "iraq-i", "govern-ment", "critic-ise".
const ENDING =
  /^(?:ian|ean|ese|ish|ite|ment|ation|ition|ion|ist|ism|iti|ity|al|ic|ous|ive|er|or|ness|ful|less|ship|hood|ant|ent|anc|enc|ance|ence|ize|ise|iz|is|at|ate|i|y|e|n|an|s|ed|ing|ar|ari|ori|abl|ibl|age|ag|eer|th|dom|ward)+$/;

function sharedBeginning(left: string, right: string): number {
  const limit = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < limit && left.charCodeAt(shared) === right.charCodeAt(shared)) shared += 1;
  if (shared < 4) return 0;
  if (isEnding(left.slice(shared)) && isEnding(right.slice(shared))) return STRENGTH.derived;
  return shared >= 5 && shared >= 0.6 * Math.max(left.length, right.length) ? STRENGTH.prefix : 0;
}

function isEnding(rest: string): boolean {
  return rest === '' || ENDING.test(rest);
}
