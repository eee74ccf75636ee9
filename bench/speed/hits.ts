import { holdsAnswer } from '../metrics/answer-text.js';
import { share } from '../metrics/ranking.js';
import type { Collection } from './engines/engine.js';
import { readPassages } from './engines/passage-lines.js';
import type { Figures, Found } from './measured.js';
import type { SpeedQuestion } from './questions.js';

/** The longest quote of Clippings, in characters. */
const FIRST_QUOTE = 350;
const READ = 1_000;

/**
 * Returns the share of questions whose answer is in the text found: at the start of the first text, and
 * within the first thousand characters.
 */
export function hitsOf(
  questions: readonly SpeedQuestion[],
  found: Found,
  textOf: (id: string) => string,
): Pick<Figures, 'hit1' | 'hit1000'> {
  const asked = questions.flatMap(({ answers }, at) => {
    const ids = found.answers[at]?.ids;
    return answers === null || ids === undefined ? [] : [{ answers, texts: ids.map(textOf) }];
  });
  if (asked.length === 0) return { hit1: null, hit1000: null };
  return {
    hit1: share(asked, ({ texts, answers }) => holdsAnswer((texts[0] ?? '').slice(0, FIRST_QUOTE), answers)),
    hit1000: share(asked, ({ texts, answers }) => holdsAnswer(texts.join('\n').slice(0, READ), answers)),
  };
}

/** Returns a function that gives the text of an id: the engine's own text, or the collection's. */
export async function textsOf(found: Found, { passagesFile }: Collection): Promise<(id: string) => string> {
  const texts = new Map(Object.entries(found.texts));
  const wanted = new Set(found.answers.flatMap((answer) => answer?.ids ?? []).filter((id) => !texts.has(id)));
  if (wanted.size > 0) {
    for await (const { id, text } of readPassages(passagesFile)) if (wanted.has(id)) texts.set(id, text);
  }
  return (id) => texts.get(id) ?? '';
}
