import type { Answer, NoAnswer } from '../../src/answer/answer.js';
import { share } from '../metrics/ranking.js';
import type { StartProgress } from '../progress.js';
import type { EngineResult } from '../results.js';
import type { MembersQuestion } from '../sets/members.js';
import { seededRandom } from '../shuffle.js';

/** A question with a slip of the pen in one of its words. */
export interface Slip {
  readonly question: string;
  readonly typed: string;
  readonly meant: string;
}

/** Shorter words are rarely misspelled, and a slip makes another word of them. */
const SLIPPED = /\b\p{Ll}{5,}\b/gu;

/**
 * Puts a slip into one word of a question: two letters change places, one is left out, doubled, or taken for another. The same
 * seed makes the same slip.
 * @returns null for a question without a longer word in lower case
 */
export function withSlip(question: string, seed: number): Slip | null {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const words = [...question.matchAll(SLIPPED)];
  const word = words[below(words.length)];
  if (word === undefined) return null;
  const [meant] = word;
  // Nobody misses the first letter.
  const at = 1 + below(meant.length - 2);
  const [before, letter, next, after] = [
    meant.slice(0, at),
    meant.charAt(at),
    meant.charAt(at + 1),
    meant.slice(at + 2),
  ];
  const other = 'etaoinshrdlu'.charAt(below(12));
  const typed = [
    before + next + letter + after,
    before + next + after,
    before + letter + letter + next + after,
    before + other + next + after,
  ][below(4)];
  if (typed === undefined || typed === meant) return null;
  return {
    question: question.slice(0, word.index) + typed + question.slice(word.index + meant.length),
    typed,
    meant,
  };
}

/** How members' questions fare with a slip in a word, and how often another word is offered, rightly and not. */
export async function measureSlips(
  ask: (asked: MembersQuestion, question: string) => Promise<Answer | NoAnswer>,
  questions: readonly MembersQuestion[],
  startProgress: StartProgress,
): Promise<EngineResult> {
  const progress = startProgress('slips', questions.length);
  const right: { plain: boolean; slipped: boolean }[] = [];
  const offers: { slip: Slip; offered: string | null }[] = [];
  const unasked: (string | null)[] = [];
  for (const [index, question] of questions.entries()) {
    progress.tick();
    const slip = withSlip(question.question, index);
    if (slip === null) continue;
    const [plain, slipped] = [await ask(question, question.question), await ask(question, slip.question)];
    if (question.answerable)
      right.push({ plain: firstIsRight(question, plain), slipped: firstIsRight(question, slipped) });
    offers.push({ slip, offered: offerOf(slipped) });
    unasked.push(offerOf(plain));
  }
  progress.done();
  const offered = offers.filter((each) => each.offered !== null);
  return {
    engine: 'Clippings',
    figures: {
      'first quote right, as typed': share(right, ({ plain }) => plain),
      'first quote right, with a slip': share(right, ({ slipped }) => slipped),
      'another word offered, with a slip': share(offers, (each) => each.offered !== null),
      'of these, the word that was meant': share(
        offered,
        ({ slip, offered: word }) => word?.toLowerCase().slice(0, 5) === slip.meant.slice(0, 5),
      ),
      'another word offered, as typed': share(unasked, (word) => word !== null),
      'questions with a slip': offers.length,
      'of these, with an offer': offered.length,
    },
    time: null,
  };
}

function firstIsRight({ quote }: MembersQuestion, answer: Answer | NoAnswer): boolean {
  const [first] = answer.answered ? answer.snippets : answer.related;
  return first !== undefined && answer.verdict !== 'none' && quote.some((right) => right.test(first.text));
}

function offerOf(answer: Answer | NoAnswer): string | null {
  return answer.answered ? null : (answer.correction?.meant ?? null);
}
