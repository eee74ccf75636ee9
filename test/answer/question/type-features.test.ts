import { describe, expect, it } from 'vitest';
import { questionWords } from '../../../src/answer/question/question-words.js';
import { typeFeatures } from '../../../src/answer/question/type-features.js';

function featuresOf(question: string): readonly string[] {
  const { tokens, parts } = questionWords(question);
  return typeFeatures(tokens, parts).present;
}

describe('what tells the type of answer', () => {
  it('are words, their stems and pairs', () => {
    expect(featuresOf('how many troops left')).toEqual(
      expect.arrayContaining(['w troops', 't troop', 'p many troops', 'p left .']),
    );
  });

  it('are the question word with what follows, wherever it stands', () => {
    expect(featuresOf('in which city was it')).toEqual(
      expect.arrayContaining(['asks which', 'asks which city', 'asks which city was', 'first in']),
    );
    expect(featuresOf('soleimani killed when')).toContain('ends when');
    expect(featuresOf('death toll cuba')).toEqual(expect.arrayContaining(['asks -', 'last cuba']));
  });

  it('are the noun that is asked for and what it is a kind of', () => {
    const features = featuresOf('which butterfly is rare');
    expect(features).toContain('head butterfli');
    expect(features.filter((feature) => feature.startsWith('kind ')).length).toBeGreaterThan(3);
    expect(featuresOf('why did they leave')).toContain('no head why');
  });

  it('are the order of parts of speech after the question word', () => {
    expect(featuresOf('what is the rarest coin')).toEqual(
      expect.arrayContaining(['shape what x', 'shape what xthe', 'shape what xtheS', 'whole what xtheSN']),
    );
    expect(featuresOf('what is the rarest coin')).toContain('superlative what x');
  });

  it('are abbreviations, where not all is in capitals', () => {
    const isOfCapitals = (feature: string) => feature.startsWith('capitals ');
    expect(featuresOf('What is DSL ?').filter(isOfCapitals)).toEqual(['capitals what 3']);
    expect(featuresOf('WHAT IS DSL').filter(isOfCapitals)).toEqual([]);
    expect(featuresOf('what is dsl').filter(isOfCapitals)).toEqual([]);
  });

  it('hold no figure as such', () => {
    expect(featuresOf('who won in 1983')).toContain('w #');
    expect(featuresOf('who won in 1983').filter((feature) => feature.startsWith('w 1'))).toEqual([]);
  });

  it('are each there once', () => {
    const features = featuresOf('who who who said what what');
    expect(new Set(features).size).toBe(features.length);
  });

  it('are there for a question without words too', () => {
    expect(featuresOf('?')).toContain('always');
  });
});
