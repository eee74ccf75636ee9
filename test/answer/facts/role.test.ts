import { describe, expect, it } from 'vitest';
import { asksForName, asksForRole, roleUnnamed } from '../../../src/answer/facts/role.js';
import { factOf } from './ranked.js';

describe('a question for the holder of a role', () => {
  it.each([
    ['Who is the mayor of Del Rio?', 1],
    ['What is the name of the captain?', 1],
    ['Who voted?', 0],
    ['Where is the mayor?', 0],
  ])('%s', (question, asked) => {
    expect(factOf(asksForRole, question, 'It rained.')).toBe(asked);
  });

  it('may ask for a name outright', () => {
    expect(factOf(asksForName, 'What is the name of the captain?', 'It rained.')).toBe(1);
    expect(factOf(asksForName, 'Who is the captain?', 'It rained.')).toBe(0);
  });

  it.each([
    ['Mayor Bruno Lozano closed the bridge in Del Rio.', 0],
    ['Bruno Lozano, the mayor, closed the bridge in Del Rio.', 0],
    ['The mayor of Del Rio closed the bridge.', 1],
    ['Bruno Lozano closed the bridge in Del Rio.', 1],
  ])('is answered where somebody is named beside the role: %s', (sentence, unnamed) => {
    expect(factOf(roleUnnamed, 'Who is the mayor of Del Rio?', sentence)).toBe(unnamed);
  });
});
