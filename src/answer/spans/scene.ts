import type { AnalysedText } from '../analysed-text.js';
import type { Candidate } from '../candidate.js';
import type { TermMatcher } from '../term-matcher.js';
import { clauseNumbers } from './clauses.js';
import type { Run } from './phrases.js';
import { headOfQuestion } from './question-form.js';

/** Where a word of the question stands in a sentence. */
export interface Place {
  readonly at: number;
  /** Position in `Question.terms`. */
  readonly index: number;
  readonly strength: number;
  /** How many of its neighbours in the question stand near it here too, 0 to 1: "president" in "the president of Iraq". */
  readonly bound: number;
}

/** A sentence with the question's words in it, by the part that they play in the question. */
export interface Scene {
  readonly candidate: Candidate;
  readonly text: AnalysedText;
  readonly matcher: TermMatcher;
  readonly places: readonly Place[];
  /** How strongly each token stands for a word of the question, by token. */
  readonly matched: readonly number[];
  readonly verbs: readonly Place[];
  /** Of the noun that is asked for. */
  readonly head: readonly Place[];
  /** Of the words that say more about it: "US" in "how many US troops". */
  readonly modifiers: readonly Place[];
  readonly names: readonly Place[];
  /** Position of the noun asked for in `Question.terms`; -1 where there is none. */
  readonly headIndex: number;
  /** Number of the clause that each token is in. */
  readonly clauses: readonly number[];
}

/** So close to each other, words belong together. */
const AROUND = [-4, -3, -2, -1, 1, 2, 3, 4];

export function sceneOf(candidate: Candidate): Scene {
  const { analysed: text, matcher, evidence } = candidate;
  const { question } = matcher;
  const termAt = new Map(evidence.places.map(({ at, match }) => [at, match.index]));
  const places = evidence.places.map(({ at, match: { index, strength } }) => ({
    at,
    index,
    strength,
    bound: boundness(termAt, question.terms.length, at, index),
  }));
  const headIndex = headOfQuestion(question);
  const modifying = new Set(question.focus.slice(0, -1));
  const matched = text.tokens.map(() => 0);
  for (const { at, strength } of places) matched[at] = strength;
  return {
    candidate,
    text,
    matcher,
    places,
    matched,
    verbs: places.filter(({ index }) => question.terms[index]?.part === 'verb'),
    head: places.filter(({ index }) => index === headIndex),
    modifiers: places.filter(({ index }) => modifying.has(question.terms[index]?.term ?? '')),
    names: places.filter(({ index }) => question.terms[index]?.particular),
    headIndex,
    clauses: clauseNumbers(text),
  };
}

function boundness(termAt: ReadonlyMap<number, number>, terms: number, at: number, index: number): number {
  const neighbours = [index - 1, index + 1].filter((other) => other >= 0 && other < terms);
  const near = neighbours.filter((other) => AROUND.some((offset) => termAt.get(at + offset) === other));
  return neighbours.length === 0 ? 1 : near.length / neighbours.length;
}

/** Tokens from a span to a token outside it, 1 for its neighbour; 0 for a token of its own. */
export function distance({ first, last }: Run, at: number): number {
  return at < first ? first - at : at > last ? at - last : 0;
}
