import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEATURE_NAMES, FEATURES } from '../../../src/answer/features/index.js';
import { articleOf, candidatesOf } from '../fixtures.js';

const word = fc.constantFrom(
  'Troops',
  'Iraq',
  'he',
  'said',
  '“No”',
  '5,200',
  'not',
  'in',
  'Sunday',
  'Smith',
  '🙂',
  '',
);
const sentence = fc.array(word, { maxLength: 12 }).map((words) => `${words.join(' ')}.`);
const question = fc.constantFrom(
  'how many troops are in Iraq',
  'what did Smith say',
  'who said it on Sunday',
  'troops',
  'who is it',
  'is it not so',
);

it('every feature of any candidate is a number from -1 to 1, or little more', () => {
  fc.assert(
    fc.property(question, fc.array(sentence, { minLength: 1, maxLength: 4 }), (asked, sentences) => {
      for (const candidate of candidatesOf(asked, articleOf({ title: 'Troops' }, sentences))) {
        for (const name of FEATURE_NAMES) {
          const value = FEATURES[name](candidate);
          expect(value, name).toBeGreaterThanOrEqual(-1);
          expect(value, name).toBeLessThanOrEqual(1.5);
        }
      }
    }),
  );
});
