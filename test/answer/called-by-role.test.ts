import { describe, expect, it } from 'vitest';
import { withNamesMeant } from '../../src/answer/called-by-role.js';
import { readQuestion } from '../../src/answer/question.js';
import { articleOf, candidatesOf } from './fixtures.js';

/** The names that stand in for a word of a question, over some sentences. */
function meant(question: string, term: string, ...sentences: string[]): readonly string[] {
  const read = readQuestion(question);
  const found = withNamesMeant(read, candidatesOf(question, articleOf({}, sentences)));
  const [before, after] = [read, found].map(
    (asked) => asked?.terms.find((other) => other.term === term)?.related,
  );
  return [...(after?.keys() ?? [])].filter((word) => !before?.has(word));
}

const TOLD = [
  'Iranian Gen. Qassem Soleimani was killed on Friday.',
  'Iran mourned General Qasem Soleimani.',
  'Soleimani had led its forces.',
];

describe('somebody who is called by a role', () => {
  it.each(['Why was the general killed?', 'Who killed the Iranian general?', 'what did iranian general do'])(
    'is whoever the articles name with it: %s',
    (question) => {
      expect(meant(question, 'general', ...TOLD)).toEqual(['soleimani']);
    },
  );

  it('is the same one in other spellings', () => {
    const spelled = [...TOLD, 'They killed Gen. Qassem Suleimani.'];
    expect(meant('Why was the general killed?', 'general', ...spelled)).toEqual(['soleimani', 'suleimani']);
  });

  it.each([
    ['of another country', 'What did the Turkish general say?'],
    ['who is asked for', 'Who is the general?'],
    ['one of several', 'Which general was killed?'],
    ['who is to come', 'Who is named the new general?'],
    ['who is named beside it', 'Why was General Soleimani killed?'],
  ])('is nobody %s', (_, question) => {
    expect(meant(question, 'general', ...TOLD)).toEqual([]);
  });

  it('is nobody where several have the role', () => {
    const several = [...TOLD, 'Gen. Mark Milley disagreed.', 'Gen. Mark Milley spoke.'];
    expect(meant('Why was the general killed?', 'general', ...several)).toEqual([]);
  });
});
