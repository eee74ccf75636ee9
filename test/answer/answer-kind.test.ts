import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/answer/question.js';

/** Questions of each kind: well-formed, hasty, and as bare keywords. */
const QUESTIONS = {
  count: [
    'How many troops are in Iraq?',
    'how many US troops r in iraq',
    'troops iraq how many',
    'HOW MANY TROOPS',
    'Tell me how many troops are in Iraq',
    'whats the number of troops',
    'What was the final vote count?',
    'number of US forces in iraq',
    'population of Iraq',
    'death toll',
    'cuba death toll storm',
  ],
  money: [
    'How much did it cost?',
    'How much money did Iran pay',
    'what is the price of oil',
    'cost of the war',
    'What does a gallon of gas cost across the country?',
    'What would it cost to repair it?',
    'What did Europe pay towards it?',
    'How rich is Alex Jones?',
    'what is the penalty for companies',
  ],
  percent: [
    'What percentage of lawmakers voted?',
    'how many percent voted',
    'what share of the vote',
    'What is the poverty rate in the city?',
  ],
  measure: [
    'How tall is the tower?',
    'how far is Baghdad',
    'how much oil',
    'how big is the army',
    'How much did prices rise?',
  ],
  date: [
    'When did Abdul-Mahdi resign?',
    'soleimani killed when',
    'what year did the US invade',
    'on which date was the vote',
    'whens the funeral',
    'Do you know when the vote was?',
    'date of the vote',
    'At what hour did she land?',
    'In which years did Iraq ask for help?',
    'what years was he president',
  ],
  span: ['How long did it last?', 'for how long', 'how many years', 'how often', 'how soon after the vote'],
  age: ['How old is Soleimani?', 'what age is he', 'what was his age'],
  person: [
    'Who killed Soleimani?',
    'Which general was killed?',
    'whose decision was it',
    'to whom did he speak',
    'who is the mayor',
    'who is responsible',
    'who was injured',
    'Can you tell me who the speaker is?',
    'what is the name of the speaker',
    'Which congresswoman accused them?',
    'Which two ministers quit?',
    'governor of mississippi',
  ],
  place: [
    'Where did it happen?',
    'which country was invaded',
    'what city',
    'wheres nasrallah',
    'Which ports will it skip?',
  ],
  organisation: [
    'Which militia was it?',
    'what company',
    'what tv channel was graham on',
    'Which hospital was he taken to?',
    'Which TV shows did she talk to?',
    'Which international body will they complain to?',
  ],
  reason: [
    'Why did they vote?',
    'why not',
    'how come they left',
    'What caused the protests?',
    'what was the reason for it',
    'reason for protests',
    'What is behind the rise in prices?',
    'What made Jones believe it?',
    'What explanation did she give?',
    'What was Soleimani doing in Baghdad?',
    'What set off the violence?',
    'what led to the vote',
    'What triggered the protests?',
  ],
  consequence: [
    'What happens if the troops leave?',
    'what would happen if US troops left iraq',
    'What would happen to the fight if they left?',
    'What are the consequences of the vote?',
    'What effect would a withdrawal have?',
    'What did the vote lead to?',
    'What does the vote mean for the troops?',
    'How does the vote affect Iraq',
    'How would a withdrawal change the war?',
  ],
  manner: ['How did he die?', 'how', 'By what means did he hide it?'],
  definition: [
    'Who is Mike Pompeo?',
    'Who is al-Sadr?',
    'who is zarif',
    'who is mohammed bin salman',
    "Who's Nasrallah?",
    'whos Nasrallah',
    'What is ISIS?',
    'whats hezbollah',
    'what is a caretaker government',
    'What does jus cogens mean?',
    'What is an air defense identification zone?',
    "what's a subpoena exactly",
    'What do dealers mean by a market fee?',
    "What was Soleimani's job?",
    "What was Soleimani's job in Iran?",
    "What was Soleimani's position in the army?",
    'What rank does he hold?',
    'What is a trigger law?',
  ],
  statement: [
    'What did Graham say?',
    'what did trump threaten',
    'what does moqtada sadr demand',
    'graham said what',
    'What was the reaction of Iran?',
    'how did the state department react to the vote',
    'How did the government comment on it?',
    'What does Panetta make of it?',
    'response to calls for peace',
    'Morgan Ortagus statement',
    'What does Senator Graham accuse Iran of?',
    'What did the minister deny?',
    'sadr demands',
    'nasrallah threat to americans',
    "What are Sadr's demands?",
    "What is Pompeo's position on the sites?",
    'What demands did Sadr make?',
    'What threat did Xi make to Biden?',
    'What does Graham accuse Iran of doing in Iraq?',
    'how did zarif hit back at trump',
    'What did the ministry announce on Sunday after the long session of parliament?',
  ],
  'yes or no': [
    'Did Iran retaliate?',
    'is the vote binding',
    'Will the US leave Iraq?',
    'Can you tell me if it is legal?',
    'If he wins, will there be a ceremony?',
    'It struck again, but did the levees hold?',
  ],
  thing: [
    'What happened in Beirut?',
    'What happened to the oil price?',
    'What is he doing about it?',
    'expel us troops',
    'what color is it',
    'troops',
    'which one',
    '?',
  ],
} as const;

describe.each(Object.entries(QUESTIONS))('a question that wants %s', (kind, questions) => {
  it.each(questions)('%s', (question) => {
    expect(readQuestion(question).kind).toBe(kind);
  });
});

describe('the noun that is asked for', () => {
  it.each([
    ['How many US troops are in Iraq?', ['u.s.', 'troop']],
    ['How many of the troops left', ['troop']],
    ['troops iraq how many', ['troop']],
    ['number of US forces in iraq', ['u.s.', 'forc']],
    ['what type of building was it', ['build']],
    ['What is the name of the speaker?', ['speaker']],
    ['which Iraqi general died', ['iraqi', 'general']],
    ['Why did they leave', []],
    ['What happened in Beirut', []],
  ])('%s', (question, focus) => {
    expect(readQuestion(question).focus).toEqual(focus);
  });
});

describe('a word that only names the kind of answer', () => {
  it.each([
    ['what year did the US invade', 'year'],
    ['which general was killed', 'general'],
    ['what is the name of the leader', 'name'],
    ['whats the number of troops', 'number'],
    ['how old is he', 'old'],
    ['what triggered the violence', 'triggered'],
    ["what was Soleimani's job", 'job'],
    ['who else was killed', 'else'],
    ['what happens if troops leave', 'happens'],
    ['Do you know when the vote was?', 'know'],
  ])('counts less than the others: %s', (question, formal) => {
    const terms = readQuestion(question).terms.map(({ token, share }) => [token.word, share] as const);
    const share = new Map(terms).get(formal) ?? 1;
    expect(share).toBeLessThan(1);
    for (const [word, other] of terms) if (word !== formal) expect(other).toBeGreaterThan(share);
  });
});
