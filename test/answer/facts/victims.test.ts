import { expect, it } from 'vitest';
import { victimsUncounted } from '../../../src/answer/facts/victims.js';
import { factOf } from './ranked.js';

it('those of one event are not counted by the victims of another', () => {
  const question = 'How many people died in the protests in Iraq?';
  expect(factOf(victimsUncounted, question, 'Air strikes killed 25 people in Iraq.')).toBe(1);
  expect(factOf(victimsUncounted, question, 'The protests in Iraq went on for 25 days.')).toBe(1);
  expect(factOf(victimsUncounted, question, 'Demonstrations in Iraq have left 25 dead.')).toBe(0);
  expect(
    factOf(victimsUncounted, question, 'The protests in Iraq went on.', 'Police killed 25 people.'),
  ).toBe(0);
});

it.each([
  'How many people died?',
  'How many people died in Iraq?',
  'How many died in the week after?',
  'Who died in the protests?',
])('is no matter of an event: %s', (question) => {
  expect(factOf(victimsUncounted, question, 'Air strikes killed 25 people in Iraq.')).toBe(0);
});
