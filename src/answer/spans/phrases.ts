import type { AnalysedText } from '../analysed-text.js';
import { type WordClass, wordClasses } from './word-classes.js';

/** A run of tokens, both positions inclusive. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** What may stand between the words of one phrase: a space, a hyphen, "'s", the dot of an initial, a quotation mark. */
const WITHIN = /^(?:[ \u00a0]|[-–/]|['’]s? | ?& ?|\.? | ?["“”‘’'] ?|%? |°? ?)$/;

const HEADS: ReadonlySet<WordClass> = new Set(['noun', 'name', 'number']);
const INSIDE: ReadonlySet<WordClass> = new Set(['noun', 'name', 'number', 'adjective']);

/** Noun phrases without complements and determiners: "large U.S. military bases", "Iraq's parliament". */
export function nounPhrases(text: AnalysedText): Run[] {
  const classes = wordClasses(text);
  const phrases: Run[] = [];
  let at = 0;
  while (at < classes.length) {
    const last = endOfPhrase(text, classes, at);
    if (last !== null) phrases.push({ first: at, last });
    at = (last ?? at) + 1;
  }
  return phrases;
}

function endOfPhrase(text: AnalysedText, classes: readonly WordClass[], first: number): number | null {
  let last: number | null = null;
  for (let at = first; at < classes.length; at++) {
    const here = classes[at] ?? 'other';
    if (!INSIDE.has(here) && !modifies(text, classes, at)) break;
    if (HEADS.has(here)) last = at;
    if (!WITHIN.test(gapAfter(text, at))) break;
  }
  return last;
}

/** A participle or adverb before what it belongs to: "elected officials", "highly enriched uranium". */
function modifies(text: AnalysedText, classes: readonly WordClass[], at: number): boolean {
  const [here, next] = [classes[at], classes[at + 1]];
  if (here === 'adverb') return next === 'adjective' || next === 'number';
  const isParticiple = here === 'verb' && /(?:ed|ing|en)$/.test(text.tokens[at]?.word ?? '');
  return isParticiple && next !== undefined && INSIDE.has(next);
}

function gapAfter({ text, tokens }: AnalysedText, at: number): string {
  return text.slice(tokens[at]?.end, tokens[at + 1]?.start);
}

const MOST_LINKED = 3;
const MOST_LINKING = 2;

/** Noun phrases with what follows: complements ("president of Iraq", up to three) and lists ("Iran, Iraq and Syria"). */
export function linkedPhrases(
  text: AnalysedText,
  phrases: readonly Run[],
): { readonly complements: Run[]; readonly lists: Run[] } {
  const classes = wordClasses(text);
  const complements: Run[] = [];
  const lists: Run[] = [];
  for (const [index, { first, last }] of phrases.entries()) {
    let end = last;
    for (const next of phrases.slice(index + 1, index + 1 + MOST_LINKED)) {
      const linking = classes.slice(end + 1, next.first);
      const gap = text.text.slice(text.tokens[end]?.end, text.tokens[next.first]?.start);
      const mayLink = linking.every((word) => /^(?:preposition|conjunction|determiner)$/.test(word));
      const isLinked = linking.length > 0 ? !/[;:()]/.test(gap) : gap.startsWith(',');
      if (linking.length > MOST_LINKING || !mayLink || !isLinked) break;
      end = next.last;
      (classes[last + 1] === 'preposition' ? complements : lists).push({ first, last: end });
    }
  }
  return { complements, lists };
}

/** Runs of names within noun phrases: "Adel Abdul-Mahdi" in "outgoing Adel Abdul-Mahdi". */
export function nameRuns(text: AnalysedText, phrases: readonly Run[]): Run[] {
  const classes = wordClasses(text);
  return phrases.flatMap(({ first, last }) => {
    const runs: Run[] = [];
    for (let at = first; at <= last; at++) {
      if (classes[at] !== 'name') continue;
      const before = runs.at(-1);
      if (before?.last === at - 1) runs[runs.length - 1] = { first: before.first, last: at };
      else runs.push({ first: at, last: at });
    }
    return runs;
  });
}

/** Phrases that lose words at their beginning ("military bases") or end ("U.S. military"). */
export function partsOf(phrases: readonly Run[]): { readonly ends: Run[]; readonly starts: Run[] } {
  const lengths = (phrase: Run): number[] =>
    Array.from({ length: phrase.last - phrase.first }, (_, at) => at + 1);
  return {
    ends: phrases.flatMap((phrase) =>
      lengths(phrase).map((cut) => ({ ...phrase, first: phrase.first + cut })),
    ),
    starts: phrases.flatMap((phrase) =>
      lengths(phrase).map((cut) => ({ ...phrase, last: phrase.last - cut })),
    ),
  };
}

/** "his country", "all foreign troops". */
export function withDeterminer(text: AnalysedText, phrases: readonly Run[]): Run[] {
  const classes = wordClasses(text);
  return phrases.flatMap(({ first, last }) =>
    classes[first - 1] === 'determiner' ? [{ first: first - 1, last }] : [],
  );
}
