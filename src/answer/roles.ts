import { nounKind } from '../text/lexicon/noun-kinds.js';
import type { Token } from '../text/tokens.js';
import { FOUND } from './matching.js';
import type { Question } from './question.js';
import type { TermMatcher } from './term-matcher.js';

/** Roles that people hold: president, general, spokeswoman. */

/** Short forms of titles, as they stand before names. */
const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['pm', 'minister'],
]);

/** @param role position of the role among the question's terms */
export function isRole(matcher: TermMatcher, token: Token, role: number): boolean {
  return (
    SHORT_TITLES.get(token.word) === matcher.question.terms[role]?.token.word ||
    matcher.matches(token).some(({ index, strength }) => index === role && strength >= FOUND)
  );
}

/** They say nothing about which role is meant. */
const SAYING_NOTHING = /^(?:current|currently|now|name)$/;

/**
 * Positions in `terms` of the role that is asked for and of the words that say which one, the role first: "president" and
 * "Iraq" in "who is the president of Iraq", "minister", "foreign" and "Iraqi" in "who is the Iraqi foreign minister". Empty
 * where anything else is asked for.
 */
export function rolePhrase(question: Question): readonly number[] {
  const { kind, terms, tokens } = question;
  if (kind !== 'person' && kind !== 'definition' && !asksName(question)) return [];
  const role = terms.findLastIndex(
    ({ part, particular, token }) => part !== 'verb' && !particular && nounKind(token.word) === 'person',
  );
  const at = tokens.findIndex(({ start }) => start === terms[role]?.token.start);
  if (role < 0 || at < 0) return [];
  const termAt = (position: number): number =>
    terms.findIndex(({ token, part }) => token.start === tokens[position]?.start && part !== 'verb');
  const phrase: number[] = [];
  for (let before = at - 1; termAt(before) >= 0; before--) phrase.push(termAt(before));
  if (tokens[at + 1]?.word === 'of') {
    let after = at + 2;
    while (/^(?:the|a|an|its|their|his|her)$/.test(tokens[after]?.word ?? '')) after += 1;
    for (; termAt(after) >= 0; after++) phrase.push(termAt(after));
  }
  const held = new Set([role, ...phrase]);
  const isWhole = terms.every(({ token }, index) => held.has(index) || SAYING_NOTHING.test(token.word));
  return isWhole ? [role, ...phrase] : [];
}

/** "The name of the contractor". */
export function asksName({ text }: Question): boolean {
  return /\bname of\b/i.test(text);
}
