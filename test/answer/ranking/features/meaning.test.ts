import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../../src/answer/ranking/features/feature.js';
import * as features from '../../../../src/answer/ranking/features/meaning.js';
import { articleOf, rankedOf } from '../../fixtures.js';
import { scoredOf } from './scored.js';

/** A feature of one sentence less that of another, for the same question. */
function gain(feature: Feature, question: string, near: string, far: string): number {
  return feature(scoredOf(question, near)) - feature(scoredOf(question, far));
}

describe('a sentence in other words', () => {
  it('has words near to those of the question that it lacks', () => {
    const question = 'Who lobbed mortars?';
    expect(
      gain(features.nearWords, question, 'Gunmen fired grenades.', 'Voters read novels.'),
    ).toBeGreaterThan(0.1);
  });

  it('has no near words where it has the very words', () => {
    expect(features.nearWords(scoredOf('troops', 'The troops left.'))).toBe(0);
  });

  it('has a verb near to that of the question', () => {
    const question = 'Who evacuated the town?';
    expect(
      gain(features.nearVerbs, question, 'They fled the town.', 'They painted the town.'),
    ).toBeGreaterThan(0.1);
  });

  it('has a kind of what is asked for', () => {
    const question = 'which insect is on the endangered list';
    expect(features.kindOfFocus(scoredOf(question, 'Monarch butterflies are on the list.'))).toBe(1);
    expect(features.kindOfFocus(scoredOf(question, 'Rare tigers are on the list.'))).toBe(0);
  });

  it('has no kind of what is asked for in a word of the question', () => {
    expect(features.kindOfFocus(scoredOf('is a butterfly an insect', 'Butterflies fly.'))).toBe(0);
  });

  it('is about the same things', () => {
    const question = 'How did the ballot on the motion split?';
    const near = 'Lawmakers voted 170 to none for the resolution.';
    expect(gain(features.gist, question, near, 'The singer cancelled her concert.')).toBeGreaterThan(0.2);
  });
});

describe('what stands around a sentence', () => {
  it('is a headline about the same things', () => {
    const question = 'Did the soldiers fight?';
    const under = (title: string) => features.titleGist(scoredOf(question, 'It was cold.', { title }));
    expect(under('Troops in combat')).toBeGreaterThan(under('A recipe for soup') + 0.2);
  });

  it('is a passage about the same things', () => {
    const question = 'Did the soldiers fight?';
    const [first, last] = ['The troops were in combat.', 'The soup was hot.'].map((opening) =>
      rankedOf(question, articleOf({}, [opening, 'Concerts were sold out.'])).find(
        ({ sentence }) => sentence.number === 1,
      ),
    );
    if (!first || !last) throw new Error('no candidates');
    expect(features.passageGist(first)).toBeGreaterThan(features.passageGist(last));
  });
});
