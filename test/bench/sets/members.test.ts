import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readMembers } from '../../../bench/sets/members.js';

const LINE = {
  id: 'm-1',
  group: 'figure',
  asked: '2022-01-03',
  question: 'how old was she',
  previous: null,
  answerable: true,
  quote: ['at age 108'],
  value: ['\\b108\\b'],
  articles: ['a1'],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'clippings-members-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function reading(...lines: readonly object[]) {
  const file = path.join(folder, 'members.jsonl');
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return readMembers(file);
}

describe('members’ questions', () => {
  it('are read with the day they were asked on, and patterns in any case', () => {
    const [question] = reading(LINE);
    expect(question).toMatchObject({ id: 'm-1', group: 'figure', asked: '2022-01-03', previous: null });
    expect(question?.quote[0]?.test('She was infected AT AGE 108.')).toBe(true);
    expect(question?.value[0]?.test('1080')).toBe(false);
  });

  it('may follow up another, or not say so', () => {
    const { previous: _, ...alone } = LINE;
    expect(reading({ ...LINE, previous: 'who is she' }, alone).map(({ previous }) => previous)).toEqual([
      'who is she',
      null,
    ]);
  });

  it.each([
    ['a broken pattern', { ...LINE, quote: ['('] }, /line 2: .*quote/],
    ['no question', { ...LINE, question: undefined }, /line 2: .*question/],
  ])('with %s are named by file and line', (_, line, message) => {
    expect(() => reading(LINE, line)).toThrow(
      expect.objectContaining({ code: 'eval-bad-line', message: expect.stringMatching(message) }),
    );
  });

  it.each(['members-learn.jsonl', 'members-test.jsonl'])(
    'that ship have a quote where they are answerable, none where they are not, and ids of their own: %s',
    (file) => {
      const questions = readMembers(`bench/questions/${file}`);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
      for (const { id, answerable, quote, value } of questions) {
        expect(quote.length > 0, id).toBe(answerable);
        if (!answerable) expect(value, id).toEqual([]);
      }
    },
  );

  it('that ship are learned from, or measured with, not both', () => {
    const [learned, measured] = ['learn', 'test'].map(
      (part) => new Set(readMembers(`bench/questions/members-${part}.jsonl`).map(({ question }) => question)),
    );
    expect([...(learned ?? [])].filter((question) => measured?.has(question))).toEqual([]);
  });
});
