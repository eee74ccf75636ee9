import type { AnalysedText } from './analysed-text.js';
import { SAYING_TERMS, SURELY_SAYING } from './kind-words.js';

/** A verb of saying, with the words that name its subject. */
export interface Saying {
  /** Token position of the verb. */
  readonly verb: number;
  /** Token positions among which its subject stands, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** The subject is a pronoun, for somebody who is named before. */
  readonly byPronoun: boolean;
}

const PARTING = /[;:"“”]/;
const PRONOUN = /^(?:he|she|they|it|i|we)$/;
/** What may stand between a subject and its verb. */
const BETWEEN =
  /^(?:has|have|had|also|then|later|earlier|previously|since|already|reportedly|repeatedly|would|will|is|was|are|were|been|being|further|once|again|only|not|never|did|does|do|who|that)$/;
/** In "he heard what Trump said" the subject stands after "what". */
const OPENS_CLAUSE = /^(?:what|whether|how|why)$/;
/** The farthest that a subject is looked for: it may be an apposition away from its verb. */
const REACH = 24;

const found = new WeakMap<AnalysedText, Map<boolean, readonly Saying[]>>();

/**
 * The verbs of saying in a sentence, in order, that are not quoted themselves: "said", "denying", "called for".
 * @param startsQuoted whether a quotation was open where the sentence begins
 */
export function sayingsOf(text: AnalysedText, startsQuoted = false): readonly Saying[] {
  const known = found.get(text) ?? new Map<boolean, readonly Saying[]>();
  found.set(text, known);
  const sayings = known.get(startsQuoted) ?? findSayings(text, startsQuoted);
  known.set(startsQuoted, sayings);
  return sayings;
}

function findSayings(text: AnalysedText, startsQuoted: boolean): Saying[] {
  return text.tokens.flatMap((_, verb) => {
    if (!isSaying(text, verb) || isWithinQuotes(text, verb, startsQuoted)) return [];
    const { first, last } = subjectOf(text, verb);
    if (last < first) return [];
    const nearest = text.tokens[first > verb ? first : last]?.word ?? '';
    return [{ verb, first, last, byPronoun: PRONOUN.test(nearest) }];
  });
}

/** Neither "to say" nor "was told" has the speaker for its subject. */
function isSaying({ tokens, parts }: AnalysedText, at: number): boolean {
  const [before, token] = [tokens[at - 1]?.word ?? '', tokens[at]];
  if (!token || before === 'to') return false;
  if (!SURELY_SAYING.has(token.word) && !(SAYING_TERMS.has(token.term) && parts[at] === 'verb')) return false;
  return !(/^(?:is|was|are|were|be|been|being)$/.test(before) && /(?:ed|told|said)$/.test(token.word));
}

function isWithinQuotes({ text, tokens }: AnalysedText, at: number, startsQuoted: boolean): boolean {
  return endsQuoted(text.slice(0, tokens[at]?.start), startsQuoted);
}

/** Whether a quotation is open where a text ends. A mark that shows its side settles it; straight ones open and close in turn. */
export function endsQuoted(text: string, startsQuoted: boolean): boolean {
  let open = startsQuoted;
  for (const [mark] of text.matchAll(/["“”]/g)) open = mark === '"' ? !open : mark === '“';
  return open;
}

/** Token positions, both inclusive. */
type Range = Pick<Saying, 'first' | 'last'>;

function subjectOf(text: AnalysedText, verb: number): Range {
  if (isInverted(text, verb)) return { first: verb + 1, last: endOfClause(text, verb + 1) };
  let last = verb - 1;
  while (BETWEEN.test(text.tokens[last]?.word ?? '')) last -= 1;
  return { first: startOfClause(text, last), last };
}

/** "“…,” said Toby Dodge", "they will leave, said the official": the verb follows what was said, and its subject the verb. */
function isInverted({ text, tokens }: AnalysedText, verb: number): boolean {
  const [before, token, next] = [tokens[verb - 1], tokens[verb], tokens[verb + 1]];
  if (!token || !next || /ing$/.test(token.word)) return false;
  const gap = text.slice(before?.end ?? 0, token.start);
  const opensName =
    /^(?:\p{Lu}|(?:the|an?|one)$)/u.test(next.text) && text.slice(token.end, next.start) === ' ';
  return opensName && /["”]\s*$|^,\s*$/.test(gap);
}

/** The last token of the words after a verb that no quotation mark, colon or semicolon parts from it. */
function endOfClause({ text, tokens }: AnalysedText, first: number): number {
  let last = first;
  while (last + 1 < tokens.length && last - first < REACH) {
    if (PARTING.test(text.slice(tokens[last]?.end, tokens[last + 1]?.start))) break;
    last += 1;
  }
  return last;
}

/** The first token of the words before a verb that neither a mark nor another clause parts from it. */
function startOfClause({ text, tokens }: AnalysedText, last: number): number {
  let first = last + 1;
  while (first > 0 && last - first < REACH) {
    const gap = text.slice(tokens[first - 1]?.end ?? 0, tokens[first]?.start ?? text.length);
    if (PARTING.test(gap) || OPENS_CLAUSE.test(tokens[first - 1]?.word ?? '')) break;
    first -= 1;
  }
  return first;
}
