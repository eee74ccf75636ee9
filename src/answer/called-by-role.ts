import { nounKind } from '../text/lexicon/noun-kinds.js';
import { namesPlace } from '../text/lexicon/places.js';
import { isSpellingVariant } from '../text/spelling.js';
import type { Token } from '../text/tokens.js';
import type { Candidate } from './candidate.js';
import { FOUND } from './matching.js';
import type { Question, QuestionTerm } from './question.js';
import { isRole, rolePhrase } from './roles.js';
import { STANDS_FOR } from './stand-ins.js';

/** In "why was the general killed" somebody is called by a role whom the articles mostly call by name. */

/** Of those who are named with the role, so large a share must be the same one, and so many times. */
const LEAST_SHARE = 0.6;
const LEAST_TIMES = 2;

/**
 * The question, with the surname of whoever its roles mean among what may stand for them; null where nobody stands out.
 * @param candidates those that the question found by its own words
 */
export function withNamesMeant(question: Question, candidates: readonly Candidate[]): Question | null {
  // "Who is the president" asks for the name itself.
  if (rolePhrase(question).length > 0) return null;
  const meant = new Map<number, readonly string[]>();
  for (const [role, term] of question.terms.entries()) {
    const surnames = isCalledByRole(question, term) ? whoMostly(question, role, candidates) : [];
    const isNamed = question.terms.some((other) => surnames.includes(other.term));
    if (surnames.length > 0 && !isNamed) meant.set(role, surnames);
  }
  if (meant.size === 0) return null;
  return {
    ...question,
    terms: question.terms.map((term, index) => {
      const surnames = meant.get(index) ?? [];
      const standIns = surnames.map((surname) => [surname, STANDS_FOR] as const);
      return surnames.length === 0 ? term : { ...term, related: new Map([...term.related, ...standIns]) };
    }),
  };
}

const DEFINITE = /^(?:the|this|that)$/;
const ASKING = /^(?:which|what|who|whose)$/;
/** They make it the role of somebody else than who is known by it. */
const OTHER = /^(?:new|next|former|ex|previous|other|another|late)$/;
/** "The slain Iranian supreme commander" is as long as that. */
const PHRASE = 5;

/** "The general", "the slain Iranian commander"; not "generals", "General Soleimani" or "which president". */
function isCalledByRole(question: Question, term: QuestionTerm): boolean {
  const { tokens } = question;
  const { word } = term.token;
  if (term.particular || word.endsWith('s') || nounKind(word) !== 'person') return false;
  const at = tokens.findIndex(({ start }) => start === term.token.start);
  const next = tokens[at + 1];
  const endsPhrase = next === undefined || next.stop || isVerb(question, next);
  if (term.part !== 'noun' && !(term.part === 'adjective' && endsPhrase)) return false;
  if (/^\p{Lu}/u.test(next?.text ?? '')) return false;
  const opens = openingOf(tokens, at);
  const opening = tokens[opens]?.word ?? '';
  const isPlaced = namesPlace(tokens[at - 1]?.word ?? '') && !ASKING.test(opening);
  const phrase = tokens.slice(opens + 1, at);
  return (
    phrase.length < PHRASE &&
    !phrase.some((other) => OTHER.test(other.word)) &&
    (DEFINITE.test(opening) || isPlaced)
  );
}

function isVerb({ terms }: Question, { start }: Token): boolean {
  return terms.some(({ token, part }) => token.start === start && part === 'verb');
}

/** Position of the function word before a phrase; -1 where none is. */
function openingOf(tokens: readonly Token[], at: number): number {
  return tokens.slice(0, at).findLastIndex(({ stop }) => stop);
}

/** Surnames, in all their spellings, of the one whom most candidates mean that name somebody with a role; one must have its place. */
function whoMostly(question: Question, role: number, candidates: readonly Candidate[]): readonly string[] {
  const places = placesOf(question, role);
  const named = candidates.flatMap((candidate) => {
    const isPlaced = places.every((place) => (candidate.evidence.strengths[place] ?? 0) >= FOUND);
    return bearers(role, candidate).map((surname) => ({ surname, isPlaced }));
  });
  const times = ({ surname }: (typeof named)[number]): number =>
    named.filter((other) => isSame(other.surname, surname)).length;
  const [most] = named.toSorted((left, right) => times(right) - times(left));
  if (most === undefined || times(most) < LEAST_TIMES || times(most) < LEAST_SHARE * named.length) return [];
  const spellings = named.filter(({ surname }) => isSame(surname, most.surname));
  return spellings.some(({ isPlaced }) => isPlaced) ? spellings.map(({ surname }) => surname.term) : [];
}

function isSame(left: Token, right: Token): boolean {
  return left.term === right.term || isSpellingVariant(left.word, right.word);
}

/** Terms that say whose role it is: "Israeli" in "the Israeli prime minister", "Iraq" in "the president of Iraq". */
function placesOf({ tokens, terms }: Question, role: number): readonly number[] {
  const at = tokens.findIndex(({ start }) => start === terms[role]?.token.start);
  const end = tokens[at + 1]?.word === 'of' ? at + PHRASE : at;
  const near = new Set(tokens.slice(openingOf(tokens, at) + 1, end).map(({ start }) => start));
  return terms.flatMap(({ token, particular }, index) =>
    particular && near.has(token.start) ? [index] : [],
  );
}

/** "Soleimani, the leader" stands no farther off. */
const AFTER = 4;

/** Surnames before which the role stands, or of whom it is said right after. */
function bearers(role: number, { analysed: { tokens, names, text }, matcher }: Candidate): Token[] {
  return names.flatMap(({ kind, first, last, end }) => {
    const surname = tokens[last];
    if (kind !== 'person' || surname === undefined) return [];
    const before = tokens.slice(Math.max(0, first - 1), last);
    const after = text[end] === ',' ? tokens.slice(last + 1, last + 1 + AFTER) : [];
    const hasRole = [...before, ...after].some((token) => isRole(matcher, token, role));
    return hasRole && !isRole(matcher, surname, role) ? [surname] : [];
  });
}
