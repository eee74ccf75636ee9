import type { Answer, NoAnswer, Snippet } from '../../answer/answer.js';

/**
 * An answer for programs, in the fixed form of `ask --json`. What is only near the question stands under `related`,
 * which an answer does not have.
 *
 * @param milliseconds how long the answer took
 */
export function answerJson(result: Answer | NoAnswer, milliseconds: number, explain = false): object {
  return {
    question: result.question,
    answered: result.answered,
    snippets: result.answered ? result.snippets.map(snippetJson) : [],
    figures: result.answered ? result.figures : [],
    confidence: result.confidence,
    reason: result.answered ? null : result.reason,
    ...(result.answered ? {} : { related: result.related.map(snippetJson) }),
    ...(explain ? { reading: result.reading } : {}),
    ms: roundedTime(milliseconds),
  };
}

/** The same form for a question that cannot be asked. */
export function refusedJson(question: string, reason: string): object {
  return { question, answered: false, snippets: [], figures: [], confidence: 0, reason, related: [], ms: 0 };
}

function snippetJson({ text, highlight, source, paragraph, caption, score }: Snippet): object {
  const { article, title, publisher, published, url } = source;
  const place = caption ? { paragraph, caption } : { paragraph };
  return { text, highlight, article, title, publisher, published, url, ...place, score };
}

function roundedTime(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
