import { expect, test } from 'vitest';
import { reportsSpeech, standsAlone } from '../../../src/digest/telling/stands-alone.js';

test.each([
  'Iraq’s parliament voted on Sunday to expel U.S. troops from the country.',
  'The vote is not binding but underscores the backlash in Iraq to the US air strikes.',
  'In his speech, Abdul Mahdi outlined the legality behind U.S. troops in the country.',
  'Al-Sadr criticized the country’s lawmakers for what he called a “weak response” to the attack.',
])('stands alone: %s', (text) => {
  expect(standsAlone(text)).toBe(true);
});

test.each([
  [
    'a pronoun without its person',
    'He said the two countries should end the presence of foreign troops soon.',
  ],
  [
    'an answer to the sentence before',
    'But the vote was another sign of the blowback from the airstrike on Friday.',
  ],
  [
    '“however”',
    'The end result reflected sectarian division, however, since many lawmakers skipped the session.',
  ],
  [
    'a bare quote',
    '“Ending the presence of foreign forces is preferable,” the prime minister told parliament.',
  ],
  [
    'half of a quote',
    'To the Iraqi people, do not allow your politicians to turn Iraq into a proxy,” the senator said.',
  ],
  [
    'mostly quoted words',
    'The senator said “the Iranian government is trying to take over the political system of Iraq”.',
  ],
  ['a question', 'Will the government of Iraq act on the vote of its parliament this week?'],
  ['a word to the reader', 'Sign up here and you will get the news of the day by mail every morning.'],
  ['a heading', 'What to know about the vote in the Iraqi parliament and the troops'],
  ['a label', 'Behind the scenes: Military leaders were stunned that the president gave the order.'],
  ['too few words', 'The parliament voted on Sunday.'],
])('does not stand alone: %s', (_, text) => {
  expect(standsAlone(text)).toBe(false);
});

test('what somebody said is told from what happened', () => {
  expect(
    reportsSpeech('Speaking in Parliament, the prime minister said that the government has two choices.'),
  ).toBe(true);
  expect(
    reportsSpeech('The coalition announced Sunday it is putting the fight against militants on hold.'),
  ).toBe(false);
});
