import type { Answer, NoAnswer, Snippet } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';

export interface Agreement {
  readonly questions: number;
  /** Share of the questions that both answer or both refuse. */
  readonly decisions: number;
  /**
   * Mean share of the first three quotes that both give. For refused questions, near misses stand for quotes.
   */
  readonly topThree: number;
  /** Share of the questions with the same first three quotes in the same order. */
  readonly same: number;
}

/** Measures how far two archives of the same articles give the same answers. */
export async function agreementOf(
  one: Archive,
  other: Archive,
  questions: readonly string[],
): Promise<Agreement> {
  let decisions = 0;
  let topThree = 0;
  let same = 0;
  for (const question of questions) {
    const [left, right] = [await ask(one, question), await ask(other, question)];
    if (left.answered === right.answered) decisions++;
    const [a, b] = [quotesOf(left), quotesOf(right)];
    const common = a.filter((quote) => b.includes(quote)).length;
    topThree += a.length + b.length === 0 ? 1 : common / Math.max(a.length, b.length);
    if (a.join() === b.join()) same++;
  }
  const share = (count: number): number => count / questions.length;
  return {
    questions: questions.length,
    decisions: share(decisions),
    topThree: share(topThree),
    same: share(same),
  };
}

function quotesOf(result: Answer | NoAnswer): string[] {
  return (result.answered ? result.snippets : result.related).map(placeOf);
}

function placeOf({ source, first, last }: Snippet): string {
  return `${source.article} ${first}-${last}`;
}
