import type { AnalysedText } from '../text/analysed-text.js';
import { FOUND } from './question/match-strength.js';
import type { Candidate } from './retrieval/candidates.js';

/** The most names that are told of one answer. */
const MOST = 3;

/**
 * The names that a question asks about, as its answer's headline or sentence prints them: "Iraq" for "how many troops
 * are in iraq?". Each word of a name stands for a word of the question.
 */
export function topicsOf({ matcher, analysed, surroundings }: Candidate): string[] {
  const texts = surroundings.title === null ? [analysed] : [surroundings.title, analysed];
  const names = texts.flatMap((text) => namesAskedFor(text, matcher.evidence(text).places));
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, MOST);
}

function namesAskedFor(
  { text, names, tokens }: AnalysedText,
  places: ReturnType<Candidate['matcher']['evidence']>['places'],
): string[] {
  const asked = new Set(places.filter(({ match }) => match.strength >= FOUND).map(({ at }) => at));
  return names
    .filter(({ first, last }) => {
      const words = tokens.slice(first, last + 1);
      return words.every(({ stop }, at) => stop || asked.has(first + at)) && words.some(({ stop }) => !stop);
    })
    .map(({ start, end }) => text.slice(start, end).replace(/['’]s?$/, ''));
}
