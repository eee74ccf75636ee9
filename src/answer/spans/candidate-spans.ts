import type { AnalysedText } from '../analysed-text.js';
import { calendarRuns } from './calendar-runs.js';
import { clauseRuns, segments } from './clauses.js';
import { linkedPhrases, nameRuns, nounPhrases, partsOf, type Run, withDeterminer } from './phrases.js';
import { verbPhrases } from './verb-phrases.js';
import { wordClasses } from './word-classes.js';

/** How a span was found. */
export type SpanShape =
  | 'quantity'
  | 'name'
  | 'calendar'
  | 'noun phrase'
  | 'with complement'
  | 'list'
  | 'end of phrase'
  | 'start of phrase'
  | 'verb phrase'
  | 'infinitive'
  | 'word'
  | 'segment'
  | 'clause';

/** Words that may be what a question wants to hear, whatever the question is. */
export interface CandidateSpan extends Run {
  readonly shape: SpanShape;
}

/** A sentence of sixty words has hundreds of spans: the shapes that answer oftener come first. */
const SPAN_LIMIT = 60;

/** The spans of a sentence that may answer, without articles before them, at most sixty; each once. */
export function candidateSpans(text: AnalysedText): CandidateSpan[] {
  const found = new Map<string, CandidateSpan>();
  for (const [shape, runs] of shapesOf(text)) {
    for (const run of runs()) {
      const span = { ...withoutArticle(text, run), shape };
      const key = `${span.first} ${span.last}`;
      if (!found.has(key)) found.set(key, span);
      if (found.size === SPAN_LIMIT) return [...found.values()];
    }
  }
  return [...found.values()];
}

function shapesOf(text: AnalysedText): readonly (readonly [SpanShape, () => readonly Run[]])[] {
  const phrases = nounPhrases(text);
  const linked = linkedPhrases(text, phrases);
  return [
    ['quantity', () => text.quantities],
    ['name', () => text.names],
    ['calendar', () => calendarRuns(text)],
    ['noun phrase', () => phrases],
    ['quantity', () => text.quantities.map((quantity) => withQualifier(text, quantity))],
    ['noun phrase', () => countedPhrases(text, phrases)],
    ['with complement', () => linked.complements],
    ['list', () => linked.lists],
    ['name', () => nameRuns(text, phrases)],
    ['end of phrase', () => partsOf(phrases).ends],
    ['start of phrase', () => partsOf(phrases).starts],
    ['noun phrase', () => withDeterminer(text, phrases)],
    ['infinitive', () => verbPhrases(text, phrases).infinitives],
    ['verb phrase', () => verbPhrases(text, phrases).phrases],
    ['word', () => looseWords(text)],
    ['segment', () => segments(text)],
    ['clause', () => clauseRuns(text, phrases)],
  ];
}

/** "more than 5,000", where the quantity's own tokens are only the number and its unit. */
function withQualifier(text: AnalysedText, { start, last }: AnalysedText['quantities'][number]): Run {
  return { first: text.tokens.findIndex(({ end }) => end > start), last };
}

/** A quantity, its qualifier and what it counts: "more than 5,000 U.S. soldiers". */
function countedPhrases(text: AnalysedText, phrases: readonly Run[]): Run[] {
  return text.quantities.flatMap((quantity) => {
    const around = phrases.find(({ first, last }) => first <= quantity.last && last > quantity.last);
    return around ? [{ first: withQualifier(text, quantity).first, last: around.last }] : [];
  });
}

/** Verbs, adjectives and adverbs alone, and runs of the latter: "lawful or unlawful". */
function looseWords(text: AnalysedText): Run[] {
  const classes = wordClasses(text);
  return classes.flatMap((here, at) => {
    if (here === 'verb') return [{ first: at, last: at }];
    if (here !== 'adjective' && here !== 'adverb') return [];
    let last = at;
    while (/^(?:adjective|adverb|conjunction)$/.test(classes[last + 1] ?? '')) last += 1;
    if (classes[last] === 'conjunction') last -= 1;
    return [{ first: at, last: at }, ...(last > at ? [{ first: at, last }] : [])];
  });
}

function withoutArticle({ tokens }: AnalysedText, { first, last }: Run): Run {
  let start = first;
  while (start < last && /^(?:a|an|the)$/.test(tokens[start]?.word ?? '')) start += 1;
  return { first: start, last };
}
