import type { AnalysedText } from '../analysed-text.js';
import type { Run } from './phrases.js';
import { wordClasses } from './word-classes.js';

const BORDER = /[,;:()—]|["“”]| [-–] /;
/** After these a clause may answer: "because …", "to …", "by …", "is …". */
const CUES =
  /^(?:because|to|by|that|as|since|for|so|while|when|if|how|is|was|are|were|said|than|who|which|due|from|with|after|through|using|via|called|named)$/;
const JOINING = /^(?:and|but|while|which|who|although|because|whereas|when|after|before)$/;

/** What stands between a token and the one before it. */
function gapBefore({ text, tokens }: AnalysedText, at: number): string {
  return text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
}

/** The last tokens before commas, quotation marks and their like, and of the sentence. */
function borders(text: AnalysedText): number[] {
  const end = text.tokens.length - 1;
  return text.tokens.flatMap((_, at) => (at === end || BORDER.test(gapBefore(text, at + 1)) ? [at] : []));
}

/** What stands between two borders. */
export function segments(text: AnalysedText): Run[] {
  let first = 0;
  return borders(text).map((last) => {
    const segment = { first, last };
    first = last + 1;
    return segment;
  });
}

/** From noun phrases, and from verbs and cue words or what follows them, to the next border. */
export function clauseRuns(text: AnalysedText, phrases: readonly Run[]): Run[] {
  const classes = wordClasses(text);
  const ends = borders(text);
  const borderFrom = (at: number): number => ends.find((end) => end >= at) ?? text.tokens.length - 1;
  const cued = text.tokens.flatMap(({ word }, at) => {
    if (!CUES.test(word) && classes[at] !== 'verb') return [];
    const next = at + 1 < text.tokens.length ? [{ first: at + 1, last: borderFrom(at + 1) }] : [];
    return [...next, { first: at, last: borderFrom(at) }];
  });
  return [...phrases.map(({ first, last }) => ({ first, last: borderFrom(last) })), ...cued];
}

const numbers = new WeakMap<AnalysedText, readonly number[]>();

/** The number of the clause that each token is in: clauses end at borders and before words like "and" and "which". */
export function clauseNumbers(text: AnalysedText): readonly number[] {
  const known = numbers.get(text);
  if (known) return known;
  let clause = 0;
  const found = text.tokens.map(({ word }, at) => {
    if (at > 0 && (BORDER.test(gapBefore(text, at)) || JOINING.test(word))) clause += 1;
    return clause;
  });
  numbers.set(text, found);
  return found;
}
