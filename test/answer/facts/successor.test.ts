import { describe, expect, it } from 'vitest';
import { noSuccessor } from '../../../src/answer/facts/successor.js';
import { factOf } from './ranked.js';

describe('a question for a successor', () => {
  const question = 'Who replaced Smith as mayor?';

  it('is in vain where nobody comes into anything', () => {
    expect(factOf(noSuccessor, question, 'The attack killed Mayor Smith.')).toBe(1);
    expect(factOf(noSuccessor, 'Who took over from Smith?', 'The attack killed Mayor Smith.')).toBe(1);
    expect(factOf(noSuccessor, 'Who is the new leader?', 'The attack killed their leader.')).toBe(1);
  });

  it.each([
    'Jones succeeded Mayor Smith.',
    'Smith was killed; Jones took over as mayor.',
    'The council appointed Jones after Mayor Smith died.',
  ])('is not where somebody does: %s', (sentence) => {
    expect(factOf(noSuccessor, question, 'The attack killed Mayor Smith.', sentence)).toBe(0);
  });
});

describe('any other question', () => {
  it('asks for no successor', () => {
    expect(factOf(noSuccessor, 'Who killed Mayor Smith?', 'The attack killed Mayor Smith.')).toBe(0);
    expect(factOf(noSuccessor, 'When did Jones take over?', 'The attack killed Mayor Smith.')).toBe(0);
  });
});
