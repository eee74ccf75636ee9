import type { AnalysedText } from '../analysed-text.js';
import type { Run } from './phrases.js';
import { wordClasses } from './word-classes.js';

/** So far from its verb an object may begin. */
const REACH = 6;
const OBJECTS = 3;

/** Verbs with up to three of the noun phrases after them: "expelled all foreign troops"; infinitives with "to". */
export function verbPhrases(
  text: AnalysedText,
  phrases: readonly Run[],
): { readonly phrases: Run[]; readonly infinitives: Run[] } {
  const found = wordClasses(text).flatMap((here, first) => {
    if (here !== 'verb') return [];
    return phrases
      .filter((phrase) => phrase.first > first && phrase.first <= first + REACH)
      .slice(0, OBJECTS)
      .filter((phrase) => !isInterrupted(text, first, phrase.first))
      .map(({ last }) => ({ first, last }));
  });
  return {
    phrases: found,
    infinitives: found
      .filter(({ first }) => text.tokens[first - 1]?.word === 'to')
      .map(({ first, last }) => ({ first: first - 1, last })),
  };
}

function isInterrupted({ text, tokens }: AnalysedText, from: number, to: number): boolean {
  return /[,;:()—"“”]/.test(text.slice(tokens[from]?.end, tokens[to]?.start));
}
