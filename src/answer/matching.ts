import type { Token } from '../text/tokens.js';
import type { QuestionTerm } from './question.js';

/** How well words stand for one another, from the same word (1) to nothing in common (0). */
export const STRENGTH = { sameTerm: 1, derived: 0.85, spelling: 0.8, prefix: 0.5 } as const;

/** The strength with which a token of a text stands for a term of the question. */
export function matchStrength(term: QuestionTerm, token: Token): number {
  if (term.term === token.term) return STRENGTH.sameTerm;
  if (token.stop) return 0;
  if (/\d/.test(term.term) || /\d/.test(token.term)) return 0;
  const related = term.related.get(token.term) ?? 0;
  if (isSpellingVariant(term, token)) return STRENGTH.spelling;
  return Math.max(related, sharedBeginning(term.term, token.term));
}

// Endings that make one word of another: "expuls-ion", "iraq-i", "govern-ment", "critic-ise".
const ENDING =
  /^(?:ian|ean|ese|ish|ite|ment|ation|ition|ion|ist|ism|iti|ity|al|ic|ous|ive|er|or|ness|ful|less|ship|hood|ant|ent|anc|enc|ance|ence|ize|ise|iz|is|at|ate|i|y|e|n|an|s|ed|ing|ar|ari|ori|abl|ibl|age|ag|eer|th|dom|ward)+$/;

function sharedBeginning(left: string, right: string): number {
  const limit = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < limit && left.charCodeAt(shared) === right.charCodeAt(shared)) shared += 1;
  if (shared < 4) return 0;
  const rests = [left.slice(shared), right.slice(shared)];
  if (rests.every((rest) => rest === '' || ENDING.test(rest))) return STRENGTH.derived;
  return shared >= 5 && shared >= 0.6 * Math.max(left.length, right.length) ? STRENGTH.prefix : 0;
}

/** "Suleimani" and "Soleimani", "Halbusi" and "Halbousi": long names that differ by a letter or two. */
function isSpellingVariant(term: QuestionTerm, token: Token): boolean {
  const [left, right] = [term.token.word, token.word];
  if (left.length < 6 || right.length < 6 || Math.abs(left.length - right.length) > 2) return false;
  if (!/^\p{Lu}/u.test(token.text)) return false;
  const allowed = Math.min(left.length, right.length) >= 9 ? 2 : 1;
  return left[0] === right[0] && editDistance(left, right, allowed) <= allowed;
}

/** Levenshtein distance, given up (as `limit + 1`) once it must exceed the limit. */
export function editDistance(left: string, right: string, limit: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[right.length] ?? limit + 1;
}
