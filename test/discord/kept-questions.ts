import { expect, vi } from 'vitest';
import { missedQuestions } from '../../src/store/questions.js';
import { type RunningBot, soon } from './running-bot.js';

const MARK = 'who won the marble race';

/** The questions that are kept once all that happened so far was dealt with, as often as they were missed. */
export async function keptQuestions(room: RunningBot): Promise<string[]> {
  const last = `${MARK} ${Math.random()}?`;
  await room.ask(last);
  const all = () => missedQuestions(room.store, null, 999);
  await vi.waitFor(async () => expect((await all()).map(({ question }) => question)).toContain(last), soon);
  return (await all())
    .filter(({ question }) => !question.startsWith(MARK))
    .flatMap(({ question, unanswered, notIt }) => Array<string>(unanswered + notIt).fill(question))
    .sort();
}
