import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/question.js';
import { soundsOfTheWorld, standsAlone } from '../../../src/answer/question/world-question.js';

const isForAnybody = (message: string): boolean =>
  soundsOfTheWorld(message) && standsAlone(readQuestion(message));

describe('a question that anybody could answer', () => {
  it.each([
    'how many U.S. soldiers are there in Iraq?',
    'hey, who is the prime minister of Iraq',
    'when was soleimani killed?',
    'how many migrants died at the southern border this year?',
    'did parliament vote to expel the us troops?',
    'latest on the vote in Iraq?',
  ])('%s', (message) => {
    expect(isForAnybody(message)).toBe(true);
  });
});

describe('what is meant for somebody, or for nobody', () => {
  it.each([
    'lol really?',
    'wanna grab lunch?',
    'who ate my sandwich?',
    'what do you think of Trump?',
    'are we going to London on Friday?',
    'can someone send the notes about Iraq?',
    '<@418237651209834510> how many troops are in Iraq?',
    'who cares?',
    'how hard can it be to leave Iraq?',
    'another vote in Iraq?? when does it end?',
    'when did it start?',
    'is the gym open on Sunday?',
    'what a day in Iraq',
    'Iraq was a mistake.',
    'thanks!',
    'what happened yesterday?',
  ])('%s', (message) => {
    expect(isForAnybody(message)).toBe(false);
  });
});
