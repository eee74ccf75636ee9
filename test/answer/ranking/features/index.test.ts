import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ANSWER_TYPES } from '../../../../src/answer/question/answer-type.js';
import { FEATURE_NAMES, FEATURES } from '../../../../src/answer/ranking/features/index.js';
import { articleOf, rankedOf, wanting } from '../../fixtures.js';

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
const question = fc
  .tuple(
    fc.constantFrom(
      'how many troops are in Iraq',
      'what did Smith say',
      'who said it on Sunday',
      'troops',
      'who is it',
      'is it not so',
    ),
    fc.constantFrom(...ANSWER_TYPES),
  )
  .map(([text, type]) => wanting(text, type));

it('every feature of any candidate is a number from -1 to 1', () => {
  fc.assert(
    fc.property(question, fc.array(sentence, { minLength: 1, maxLength: 4 }), (asked, sentences) => {
      for (const ranked of rankedOf(asked, articleOf({ title: 'Troops' }, sentences))) {
        for (const name of FEATURE_NAMES) {
          const value = FEATURES[name](ranked);
          expect(value, name).toBeGreaterThanOrEqual(-1 - 1e-6);
          expect(value, name).toBeLessThanOrEqual(1 + 1e-6);
        }
      }
    }),
  );
});
