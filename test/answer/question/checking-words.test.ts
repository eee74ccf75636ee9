import { expect, it } from 'vitest';
import { asksToCheck } from '../../../src/answer/question/checking-words.js';

it.each([
  'source?',
  'Sources?',
  'any source for this?',
  'is this true?',
  'is that real or fake',
  'fact check',
  'fact-check this please',
  '?',
  '???',
  'did this really happen?',
  'legit?',
  'got a source',
  'can you verify this',
  'where is this from?',
])('“%s” wants something checked', (words) => {
  expect(asksToCheck(words)).toBe(true);
});

it.each([
  '',
  'how many troops are in Iraq?',
  'is this true of Iraq?',
  'who is the source of the leak?',
  'thanks',
  'this',
])('“%s” does not', (words) => {
  expect(asksToCheck(words)).toBe(false);
});
