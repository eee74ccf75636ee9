import { expect, it } from 'vitest';
import { ungiven } from '../../../src/answer/facts/ungiven.js';
import { factOf } from './ranked.js';

it.each([
  ['What type of drone was used?', 'A drone was used.'],
  ['What was the name of the contractor?', 'A contractor died.'],
  ['Who replaced Soleimani?', 'Soleimani was killed.'],
  ['How did the oil price react?', 'Iran reacted to the killing.'],
  ['Who is the president of Iraq?', 'President Trump left Iraq.'],
  ['Which base was hit?', 'A base was hit.'],
  ['Where was Sadr born?', 'Sadr spoke.'],
  ['How many died in the protests?', 'The strike killed 25.'],
])('is told nowhere: %s', (question, sentence) => {
  expect(factOf(ungiven, question, sentence)).toBe(1);
});

it.each([
  ['What type of drone was used?', 'A Reaper drone was used.'],
  ['Who replaced Soleimani?', 'Esmail Ghaani replaced Soleimani.'],
  ['How did Iran react?', 'Iran reacted with threats.'],
  ['How many troops are there?', 'Nobody knows.'],
])('is told, or no matter of such words: %s', (question, sentence) => {
  expect(factOf(ungiven, question, sentence)).toBe(0);
});
