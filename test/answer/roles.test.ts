import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/answer/question.js';
import { rolePhrase } from '../../src/answer/roles.js';

describe('the role that a question asks for', () => {
  it.each([
    ['Who is the president of Iraq?', ['president', 'Iraq']],
    ['Who is the Iraqi foreign minister?', ['minister', 'foreign', 'Iraqi']],
    ['Who was Jackson’s mayor?', ['mayor', 'Jackson']],
    ['Who is the mayor?', ['mayor']],
    ['Who resigned?', []],
    ['When did the president of Iraq resign?', []],
  ])('comes with the words that say which one: %s', (question, words) => {
    const read = readQuestion(question);
    expect(rolePhrase(read).map((index) => read.terms[index]?.token.text)).toEqual(words);
  });
});
