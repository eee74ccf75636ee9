import type { Answer, NoAnswer, Snippet } from '../../answer/answer.js';
import { shownValues } from '../../answer/quotes/shown-values.js';

/**
 * An answer for programs, in the fixed form of `ask --json`. What may answer, or is only near the question, stands under
 * `related`, which an answer does not have.
 *
 * @param milliseconds how long the answer took
 */
export function answerJson(result: Answer | NoAnswer, milliseconds: number, explain = false): object {
  return {
    question: result.question,
    answered: result.answered,
    verdict: result.verdict,
    values: result.answered ? result.values : [],
    snippets: result.answered ? result.snippets.map(snippetJson) : [],
    figures: result.answered ? figuresJson(result) : [],
    confidence: result.confidence,
    reason: result.answered ? null : result.reason,
    ...(result.answered ? {} : { related: result.related.map(snippetJson) }),
    ...(explain ? { reading: result.reading, considered: result.considered } : {}),
    ms: roundedTime(milliseconds),
  };
}

/** The same form for a question that cannot be asked. */
export function refusedJson(question: string, reason: string): object {
  return {
    question,
    answered: false,
    verdict: 'none',
    values: [],
    snippets: [],
    figures: [],
    confidence: 0,
    reason,
    related: [],
    ms: 0,
  };
}

/** The values with the snippets that say them. */
function figuresJson({ values }: Answer): object[] {
  return shownValues(values).values.map(({ value, snippets }) => ({ value, snippets }));
}

function snippetJson({ text, highlight, source, paragraph, caption, score }: Snippet): object {
  const { article, title, publisher, published, url } = source;
  const place = caption ? { paragraph, caption } : { paragraph };
  return { text, highlight, article, title, publisher, published, url, ...place, score };
}

function roundedTime(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
