import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_TYPES, type AnswerType } from '../../../src/answer/question/answer-type.js';
import { readQuestion } from '../../../src/answer/question/question.js';
import { anyText } from '../../text/any-text.js';

/** Plain questions of each type: well-formed, hasty, and as bare keywords. */
const QUESTIONS: Readonly<Partial<Record<AnswerType, readonly string[]>>> = {
  count: [
    'How many troops are in Iraq?',
    'how many us troops r in iraq',
    'troops iraq how many',
    'HOW MANY TROOPS',
    'Tell me how many troops are in Iraq',
    'population of Iraq',
    'death toll',
  ],
  money: [
    'How much did it cost?',
    'How much money did Iran pay',
    'what is the price of oil',
    'cost of the war',
  ],
  percent: ['What percentage of lawmakers voted?', 'what share of the vote'],
  measure: ['How tall is the tower?', 'how far is Baghdad'],
  date: [
    'When did Abdul-Mahdi resign?',
    'soleimani killed when',
    'what year did the US invade',
    'on which date was the vote',
    'whens the funeral',
    'Do you know when the vote was?',
    'wen did saddam get kicked out',
  ],
  duration: ['How long did it last?', 'for how long', 'how many years'],
  age: ['How old is Soleimani?', 'what age is he', 'what was his age'],
  person: [
    'Who killed Soleimani?',
    'who is the mayor',
    'what is the name of the speaker',
    'who is responsible',
  ],
  organisation: ['Which party was behind the vote?', 'what company'],
  place: [
    'Where did it happen?',
    'which country was invaded',
    'what city',
    'wheres nasrallah',
    'Where exactly was he?',
  ],
  thing: ['what color is it'],
  reason: [
    'Why did they vote?',
    'why not',
    'how come they left',
    'What caused the protests?',
    'reason for protests',
  ],
  manner: ['How did he die?'],
  definition: ['Who is Mike Pompeo?', 'whos Nasrallah', 'What is ISIS?', 'what is a caretaker government'],
  statement: ['What did Pompeo reply to the charge?', 'What did the minister deny?'],
  'yes or no': ['Did Iran retaliate?', 'is the vote binding', 'Will the US leave Iraq?'],
};

describe.each(Object.entries(QUESTIONS))('a question that wants a %s', (type, questions) => {
  it.each(questions)('%s', (question) => {
    expect(readQuestion(question).type).toBe(type);
  });
});

describe('the sentence that asks', () => {
  it('tells the type, not what sets the scene before it', () => {
    expect(readQuestion('Nobody knows who did it. When was the vote?').type).toBe('date');
  });
});

describe('the chances of the types', () => {
  it('sum to 1 and are greatest for the type, whatever is asked', () => {
    fc.assert(
      fc.property(anyText(120), (text) => {
        const { type, typeChances } = readQuestion(text);
        const chances = ANSWER_TYPES.map((each) => typeChances[each] ?? 0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
        expect(typeChances[type]).toBe(Math.max(...chances));
      }),
    );
  });
});
