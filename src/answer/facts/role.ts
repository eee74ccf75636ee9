import type { AnalysedText } from '../analysed-text.js';
import type { Candidate } from '../candidate.js';
import { FOUND, STRENGTH } from '../matching.js';
import type { Question } from '../question.js';
import type { RankedSentence } from '../rank.js';
import { asksName, isRole, rolePhrase } from '../roles.js';
import { wordClasses } from '../spans/word-classes.js';
import { type Fact, LOOKED_AT } from './fact.js';
import { holdersElsewhere, titledAlone } from './titles.js';

/** Whether somebody is named beside the very role that the question asks for: the president of Iraq, not just a president. */

/** "The name of the contractor": it would be given once, if at all. */
export const asksForName: Fact = ({ candidate }) => (asksName(candidate.matcher.question) ? 1 : 0);

/** It is given nowhere beside what it is the name of. */
export const nameUngiven: Fact = (best, ranked) => {
  const { question } = best.candidate.matcher;
  const bearer = bearerOfName(question);
  if (bearer < 0) return 0;
  const isGiven = ({ candidate }: RankedSentence): boolean =>
    candidate.evidence.places.some(
      ({ at, match }) => match.index === bearer && match.strength >= FOUND && isBesideSomebody(candidate, at),
    );
  return ranked.slice(0, LOOKED_AT).some(isGiven) ? 0 : 1;
};

/** Position in `terms` of what the question asks the name of, the last noun of its phrase; -1 where it asks for no name. */
function bearerOfName({ text, terms }: Question): number {
  const [, before] = /^(.*\bname of (?:(?:the|a|an|his|her|its|their) )?)/i.exec(text) ?? [];
  if (before === undefined) return -1;
  const after = terms.findIndex(({ token }) => token.start >= before.length);
  if (after < 0) return -1;
  let last = after;
  while (
    terms[last + 1]?.part === 'noun' &&
    terms[last + 1]?.token.start === (terms[last]?.token.end ?? 0) + 1
  )
    last += 1;
  return last;
}

/**
 * The question asks who holds a role now, and says which one: how much of what says so is missing beside each place where one of
 * the best candidates names somebody with that role. News names those with their office nearly every time, where of the past it
 * may tell in many ways who was what. Nothing is missing where the title alone stands before somebody ("Gov. Pierluisi") who is
 * not said to hold it elsewhere ("US President Donald Trump").
 */
export const roleUnbound: Fact = (best, ranked) => {
  const { question } = best.candidate.matcher;
  const phrase = rolePhrase(question);
  if (phrase.length < 2 || /\b(?:was|were|did|had)\b/i.test(question.text)) return 0;
  const looked = ranked.slice(0, LOOKED_AT);
  const elsewhere = new Set(ranked.flatMap(({ candidate }) => holdersElsewhere(candidate, phrase)));
  const mayHold = looked.some(({ candidate }) =>
    titledAlone(candidate, phrase).some((surname) => !elsewhere.has(surname)),
  );
  return mayHold ? 0 : 1 - Math.max(...looked.map((item) => boundRole(item, phrase)));
};

/** A phrase is not longer. */
const PHRASE = 5;

/** Greatest share, by weight, of a role's other words that stand beside it where somebody is named beside it too. */
function boundRole({ candidate }: RankedSentence, [role = -1, ...others]: readonly number[]): number {
  const { evidence, matcher, analysed } = candidate;
  const total = others.reduce((sum, index) => sum + (matcher.weights[index] ?? 0), 0) || 1;
  const held = [...analysed.tokens.entries()]
    .filter(([at, token]) => isRole(matcher, token, role) && isBesideSomebody(candidate, at))
    .map(([place]) =>
      others
        .filter((index) => {
          const isHere = ({ at, match }: (typeof evidence.places)[number]): boolean =>
            match.index === index && match.strength >= FOUND && isBound(analysed, at, place);
          return evidence.places.some(isHere);
        })
        .reduce((sum, index) => sum + (matcher.weights[index] ?? 0), 0),
    );
  return analysed.names.length === 0 ? 0 : Math.max(0, ...held) / total;
}

/** So close to its bearer stands a role: "Mayor Bruno Lozano", "Lozano, the city's mayor". */
const BESIDE = 4;

/** Somebody whom the question does not name stands beside a token. */
function isBesideSomebody({ analysed, matcher }: Candidate, at: number): boolean {
  return analysed.names.some(({ kind, first, last }) => {
    const isNews = analysed.tokens
      .slice(first, last + 1)
      .some(
        (token) =>
          !token.stop && !matcher.matches(token).some(({ strength }) => strength >= STRENGTH.spelling),
      );
    return kind !== 'place' && isNews && at >= first - BESIDE && at <= last + BESIDE;
  });
}

/** "Iraq's caretaker prime minister", "president of the new Iraq"; not "left Iraq after President Trump". */
function isBound(text: AnalysedText, at: number, role: number): boolean {
  const classes = wordClasses(text);
  if (Math.abs(at - role) > PHRASE) return false;
  if (at < role) return classes.slice(at + 1, role).every((between) => MODIFYING.test(between));
  const [opening, ...between] = classes.slice(role + 1, at);
  return opening === 'preposition' && between.every((word) => word === 'determiner' || MODIFYING.test(word));
}

const MODIFYING = /^(?:noun|name|adjective|number)$/;
