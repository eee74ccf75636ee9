import { describe, expect, it } from 'vitest';
import type { Feature } from '../../../src/answer/candidate.js';
import * as features from '../../../src/answer/features/meaning.js';
import { articleOf, candidateOf, candidatesOf } from '../fixtures.js';

/** A feature of one sentence less that of another, for the same question. */
function gain(feature: Feature, question: string, near: string, far: string): number {
  return feature(candidateOf(question, near)) - feature(candidateOf(question, far));
}

describe('a sentence in other words', () => {
  it('has words near to those of the question that it lacks', () => {
    const question = 'Who lobbed mortars?';
    expect(
      gain(features.nearWords, question, 'Gunmen fired grenades.', 'Voters read novels.'),
    ).toBeGreaterThan(0.1);
  });

  it('but what it says in the very words is no gain', () => {
    expect(features.nearWords(candidateOf('troops', 'The troops left.'))).toBe(0);
  });

  it('has a verb near to that of the question', () => {
    const question = 'Who evacuated the town?';
    expect(
      gain(features.nearVerbs, question, 'They fled the town.', 'They painted the town.'),
    ).toBeGreaterThan(0.1);
  });

  it('has something of the sort that is asked for', () => {
    const question = 'which fuel do the lorries burn';
    const near = 'The lorries burn diesel.';
    expect(gain(features.nearFocus, question, near, 'The lorries burn slowly.')).toBeGreaterThan(0.1);
    expect(features.nearFocus(candidateOf('why do lorries burn', near))).toBe(0);
  });

  it('has a kind of what is asked for, which is not a word of the question', () => {
    const question = 'which insect is on the endangered list';
    expect(features.kindOfFocus(candidateOf(question, 'Monarch butterflies are on the list.'))).toBe(1);
    expect(features.kindOfFocus(candidateOf(question, 'Rare tigers are on the list.'))).toBe(0);
    expect(features.kindOfFocus(candidateOf('is a butterfly an insect', 'Butterflies fly.'))).toBe(0);
  });

  it('is about the same things', () => {
    const question = 'How did the ballot on the motion split?';
    const near = 'Lawmakers voted 170 to none for the resolution.';
    expect(gain(features.gist, question, near, 'The singer cancelled her concert.')).toBeGreaterThan(0.2);
  });
});

describe('what stands around a sentence, in other words', () => {
  const [first, second, third] = candidatesOf(
    'Did the soldiers fight?',
    articleOf({}, ['The troops were in combat.', 'It was cold.', 'Concerts were sold out.']),
  );

  it('makes a passage that is about the same things', () => {
    if (!first || !third) throw new Error('no candidates');
    const alone = candidateOf('Did the soldiers fight?', 'Concerts were sold out.');
    expect(features.passageGist(third)).toBeGreaterThan(features.passageGist(alone));
  });

  it('is added where the sentence before says it', () => {
    if (!first || !second) throw new Error('no candidates');
    expect(features.nearPrevious(second)).toBeGreaterThan(0.2);
    expect(features.nearPrevious(first)).toBe(0);
  });

  it('is added less where the sentence after says something else', () => {
    if (!first || !second || !third) throw new Error('no candidates');
    expect(features.nearNext(second)).toBeLessThan(features.nearPrevious(second));
    expect(features.nearNext(third)).toBe(0);
  });

  it('counts for all sentences of the passage', () => {
    if (!second) throw new Error('no candidate');
    expect(features.nearPassage(second)).toBeGreaterThan(
      features.nearPassage(candidateOf('Did the soldiers fight?', 'It was cold.')),
    );
  });
});
