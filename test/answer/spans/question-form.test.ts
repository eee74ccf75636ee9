import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question.js';
import { headOfQuestion, questionForm } from '../../../src/answer/spans/question-form.js';

describe('the form of a question', () => {
  it.each([
    ['how many troops left?', 'count'],
    ['Who resigned?', 'person'],
    ['What did the storm destroy?', 'thing done'],
    ['What is the main export of Iraq today?', 'thing that is'],
    ['Which fuel did they use?', 'thing named'],
    ['What happened in Beirut?', 'thing that does'],
  ])('is its kind of answer, or how it is built: %s', (question, form) => {
    expect(questionForm(readQuestion(question))).toBe(form);
  });

  it.each([
    ['how many US troops are in Iraq?', 'troop'],
    ['Which fuel did they use?', 'fuel'],
    ['Who is the president of Iraq?', 'presid'],
    ['When did he resign?', undefined],
  ])('tells the noun asked for: %s', (question, term) => {
    const read = readQuestion(question);
    expect(read.terms[headOfQuestion(read)]?.term).toBe(term);
  });
});
