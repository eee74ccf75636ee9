import { expect, it } from 'vitest';
import { readQuestion } from '../../src/answer/question.js';
import { standInTerms } from '../../src/answer/stand-ins.js';
import { stem } from '../../src/text/stems.js';
import { tokenise } from '../../src/text/tokens.js';

it('what a name of two words may be called stands for its first word', () => {
  const tokens = tokenise('Did the White House know?');
  const at = tokens.findIndex(({ word }) => word === 'white');
  expect(standInTerms(tokens, at)?.get(stem('administration'))).toBeGreaterThan(0.5);
  expect(standInTerms(tokens, at + 1)?.size).toBe(0);
});

it('a capital stands for its country, but not where something happens in it', () => {
  const standsFor = (text: string): boolean =>
    readQuestion(text).terms.some(
      ({ term, related }) => term === stem('tehran') && related.has(stem('iran')),
    );
  expect(standsFor('Does Tehran want revenge?')).toBe(true);
  expect(standsFor('How many people live in Tehran?')).toBe(false);
});

it.each(['a white horse', 'the house', 'house white'])('no other words have stand-ins: %s', (text) => {
  const tokens = tokenise(text);
  expect(tokens.map((_, at) => standInTerms(tokens, at))).toEqual(tokens.map(() => null));
});

it('the rest of the name need not be there', () => {
  const [middle, east] = readQuestion('Were soldiers sent to the Middle East?').terms.slice(-2);
  expect(middle?.related.get(stem('region'))).toBeGreaterThan(0.5);
  expect(east?.particular).toBe(false);
  expect(east?.share).toBeLessThan(middle?.share ?? 0);
});
