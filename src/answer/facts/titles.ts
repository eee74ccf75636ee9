import { namesPlace } from '../../text/lexicon/places.js';
import type { Token } from '../../text/tokens.js';
import type { Candidate } from '../candidate.js';
import { FOUND } from '../matching.js';
import { isRole } from '../roles.js';

/** Titles right before names: "Gov. Pedro Pierluisi", "US President Donald Trump". */

/**
 * Surnames of those before whom the title stands alone, where its place is spoken of around: "Gov. Pierluisi said".
 * Not presidents: only the American one goes without his country where others are spoken of.
 * @param phrase positions of a role and of the words that say which one, among the question's terms
 */
export function titledAlone(candidate: Candidate, [role = -1, ...others]: readonly number[]): string[] {
  const { passage } = candidate.surroundings;
  const { terms } = candidate.matcher.question;
  const isMeant =
    terms[role]?.token.word !== 'president' || others.some((index) => terms[index]?.term === 'u.s.');
  return isMeant && others.every((index) => (passage[index] ?? 0) >= FOUND)
    ? titlesIn(candidate, role).flatMap(({ surname, place }) => (place ? [] : [surname]))
    : [];
}

/** Surnames of those whose title comes with a place that the question does not name: "US President Donald Trump". */
export function holdersElsewhere(candidate: Candidate, [role = -1, ...others]: readonly number[]): string[] {
  const isAsked = (place: Token): boolean =>
    candidate.matcher
      .matches(place)
      .some(({ index, strength }) => others.includes(index) && strength >= FOUND);
  return titlesIn(candidate, role).flatMap(({ surname, place }) =>
    place && !isAsked(place) ? [surname] : [],
  );
}

/** With one of these before it a title is another one: "Prime Minister" for a minister, "former President". */
const OTHER_OFFICE = /^(?:prime|vice|deputy|assistant|former|ex|late|foreign|interior|defen[cs]e|finance)$/;

interface Title {
  readonly surname: string;
  /** The place right before the title. */
  readonly place: Token | undefined;
}

function titlesIn({ analysed: { tokens, names }, matcher }: Candidate, role: number): Title[] {
  return names.flatMap(({ kind, first, last }) => {
    const surname = tokens[last];
    // The title, and the place before it, may have been taken for words of the name.
    const opening = tokens.slice(Math.max(0, first - 1), last);
    const at = opening.findIndex((token) => isRole(matcher, token, role));
    if (kind === 'place' || at < 0 || surname === undefined) return [];
    const before = tokens[tokens.indexOf(opening[at] ?? surname) - 1];
    if (before !== undefined && OTHER_OFFICE.test(before.word) && matcher.matches(before).length === 0)
      return [];
    const isPlace = before !== undefined && (before.term === 'u.s.' || namesPlace(before.word));
    return [{ surname: surname.term, place: isPlace ? before : undefined }];
  });
}
