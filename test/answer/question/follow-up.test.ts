import { describe, expect, it } from 'vitest';
import { conversationSoFar, goesOn } from '../../../src/answer/question/follow-up.js';

const VOTE = 'Did parliament vote to expel US troops?';

describe('what a question that goes on is read together with', () => {
  it('is the question before', () => {
    expect(conversationSoFar({ question: VOTE, previous: null })).toBe(VOTE);
  });

  it('is what that went on from, where it says nothing by itself', () => {
    expect(conversationSoFar({ question: 'when was it?', previous: VOTE })).toBe(VOTE);
    expect(conversationSoFar({ question: 'thanks, great!', previous: VOTE })).toBe(VOTE);
  });

  it('is both where both say something', () => {
    expect(conversationSoFar({ question: 'how many Kurds came?', previous: VOTE })).toBe(
      `${VOTE} how many Kurds came?`,
    );
    expect(conversationSoFar({ question: 'and in Syria', previous: 'troops in Iraq' })).toBe(
      'troops in Iraq? and in Syria',
    );
  });

  it('loses its older part where it becomes too long', () => {
    expect(conversationSoFar({ question: 'and in Syria?', previous: 'troops '.repeat(50) })).toBe(
      'and in Syria?',
    );
  });

  it('is nothing after small talk', () => {
    expect(conversationSoFar({ question: 'hello!', previous: null })).toBeNull();
  });
});

it.each([
  'and why was it closed?',
  'what about Syria?',
  'why?',
  'whats the reward for her',
  'when did they leave',
])('“%s” goes on from the question before', (question) => {
  expect(goesOn(question)).toBe(true);
});

it.each(['who is the mayor?', 'why did Abdul-Mahdi resign?', 'What did Graham say of his vote?', 'troops'])(
  '“%s” begins afresh',
  (question) => {
    expect(goesOn(question)).toBe(false);
  },
);
