import { describe, expect, it } from 'vitest';
import * as features from '../../../../src/answer/ranking/features/type.js';
import { wanting } from '../../fixtures.js';
import { scoredOf } from './scored.js';

describe('an answer of the wanted type', () => {
  it.each([
    ['count', features.holdsCount, 'Some 5,200 troops left.'],
    ['money', features.holdsAmount, 'It cost $30 million.'],
    ['date', features.holdsDate, 'They left on 5 January 2020.'],
    ['person', features.holdsPerson, 'Then John Smith resigned.'],
    ['place', features.holdsPlace, 'They flew to Baghdad.'],
  ] as const)('counts for a question that wants a %s', (type, feature, text) => {
    expect(feature(scoredOf(wanting('what was it', type), text))).toBeGreaterThan(0.5);
  });

  it('counts for questions of that type only', () => {
    const asksWhen = scoredOf(wanting('when did troops leave', 'date'), 'Some 5,200 troops left.');
    expect(features.holdsCount(asksWhen)).toBe(0);
  });

  it('may be missing', () => {
    const without = scoredOf(wanting('how many troops left', 'count'), 'The troops left.');
    expect(features.holdsCount(without)).toBe(0);
  });
});

describe('the cue of an answer that takes a whole clause', () => {
  it('tells what somebody said', () => {
    const question = wanting('what did Graham say', 'statement');
    const cueOf = (text: string) => features.cueOfStatement(scoredOf(question, text));
    expect(cueOf('Graham said the vote was a mistake.')).toBeGreaterThan(cueOf('Graham left.'));
  });

  it('tells what something is', () => {
    const question = wanting('who is Dodge', 'definition');
    const cueOf = (text: string) => features.cueOfDefinition(scoredOf(question, text));
    expect(cueOf('Dodge is an expert on Iraq.')).toBeGreaterThan(cueOf('Dodge left.'));
  });

  it('is nothing in other questions', () => {
    const why = scoredOf(wanting('why did Graham leave', 'reason'), 'Graham said he is an old man.');
    expect(features.cueOfStatement(why)).toBe(0);
    expect(features.cueOfDefinition(why)).toBe(0);
  });
});

describe('the closeness of a span to the words of the question', () => {
  const closenessOf = (text: string) => {
    const scored = scoredOf(wanting('how many troops left Iraq', 'count'), text);
    const [span] = scored.spans;
    if (span === undefined) throw new Error('no span');
    return features.closeness(scored, span);
  };

  it('is greater the closer they stand', () => {
    const near = closenessOf('About 5,200 troops left Iraq after long talks with both of the ministers.');
    const far = closenessOf(
      'Troops left Iraq after long talks with both of the ministers and some 5,200 men.',
    );
    expect(near).toBeGreaterThan(far);
    expect(far).toBeGreaterThan(0);
    expect(near).toBeLessThanOrEqual(1);
  });

  it('is nothing where none of them stands there', () => {
    expect(closenessOf('It was 52.')).toBe(0);
  });
});
