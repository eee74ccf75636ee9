import type { AnswerType } from '../../../src/answer/question/answer-type.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { TYPES } from '../../../src/answer/types/index.js';
import { type ValueSpan, wordsOf } from '../../../src/answer/types/value-span.js';
import { AnalysedText } from '../../../src/text/analysed-text.js';

/** A Tuesday. */
export const PUBLISHED = '2020-01-07';

/** A value as a type sees it in a sentence. */
export interface Value {
  readonly words: string;
  readonly fit: number;
  readonly canonical: string;
}

/** All values of a type in a sentence, in the order in which the type gives them. */
export function valuesIn(
  type: AnswerType,
  sentence: string,
  question = 'what',
  published: string | null = PUBLISHED,
): Value[] {
  const analysed = new AnalysedText(sentence);
  return TYPES[type].spans(analysed, readQuestion(question)).map((span: ValueSpan) => ({
    words: wordsOf(analysed, span),
    fit: span.fit,
    canonical: TYPES[type].canonical(span, { sentence: analysed, published }),
  }));
}

/** The words of the values that fit best. */
export function bestIn(type: AnswerType, sentence: string, question?: string): string[] {
  const values = valuesIn(type, sentence, question);
  const top = Math.max(0, ...values.map(({ fit }) => fit));
  return values.filter(({ fit }) => fit === top).map(({ words }) => words);
}

/** How well some words of a sentence fit; 0 where they are no value. */
export function fitOf(type: AnswerType, sentence: string, words: string, question?: string): number {
  return valuesIn(type, sentence, question).find((value) => value.words === words)?.fit ?? 0;
}

/** The canonical form of the one value that fits best. */
export function canonicalIn(type: AnswerType, sentence: string, published?: string | null): string {
  const values = valuesIn(type, sentence, 'what', published);
  const [best] = values.toSorted((a, b) => b.fit - a.fit);
  if (best === undefined) throw new Error(`no ${type} in: ${sentence}`);
  return best.canonical;
}
