import type { Answer, NoAnswer } from '../../src/answer/answer.js';
import { ask } from '../../src/answer/ask.js';
import type { Archive } from '../../src/archive/archive.js';
import type { MembersEngine, ShownToMember } from './engine.js';

/** Clippings over an archive, as a member sees it: three quotes at the shipped settings. */
export function clippingsForMembers(archive: Archive): MembersEngine {
  return {
    name: 'Clippings',
    ask: async ({ question, previous, asked }) => {
      const before = process.cpuUsage();
      const answer = await ask(archive, question, {
        top: 3,
        ...(previous === null ? {} : { previous }),
        ...(asked === null ? {} : { asked }),
      });
      const { user, system } = process.cpuUsage(before);
      return { ...shownOf(answer), time: (user + system) / 1000 };
    },
  };
}

function shownOf(answer: Answer | NoAnswer): Omit<ShownToMember, 'time'> {
  const { verdict, confidence } = answer;
  const quotes = (answer.answered ? answer.snippets : answer.related).map(({ text, highlight }) => ({
    text,
    bold: highlight === null ? null : text.slice(...highlight),
  }));
  return {
    verdict,
    quotes: answer.verdict === 'none' ? [] : quotes,
    values: answer.answered ? answer.values.map(({ value }) => value) : [],
    confidence,
    answerable: answer.considered.answerable,
  };
}
