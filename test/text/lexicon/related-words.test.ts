import { describe, expect, it } from 'vitest';
import { RELATED, relatedTerms } from '../../../src/text/lexicon/related-words.js';
import { stem } from '../../../src/text/stems.js';

function strength(left: string, right: string): number {
  return relatedTerms(stem(left)).get(stem(right)) ?? 0;
}

describe('related words', () => {
  it.each([
    ['troops', 'soldiers'],
    ['troops', 'forces'],
    ['expel', 'expulsion'],
    ['kill', 'assassination'],
    ['parliament', 'lawmakers'],
    ['isis', 'isil'],
    ['resign', 'quit'],
    ['send', 'deploy'],
    ['command', 'leader'],
    ['seats', 'lawmakers'],
    ['ask', 'consult'],
    ['binding', 'obey'],
    ['sacred', 'holy'],
    ['alternatives', 'choices'],
    ['alternatives', 'options'],
    ['demonstrators', 'protests'],
    ['favour', 'request'],
    ['told', 'consult'],
    ['responsible', 'blamed'],
    ['violence', 'escalation'],
    ['finland', 'finnish'],
    ['scotland', 'scottish'],
  ])('stand for one another in news: %s, %s', (left, right) => {
    expect(strength(left, right)).toBeGreaterThan(0);
    expect(strength(right, left)).toBeGreaterThan(0);
  });

  it('bring the country’s names together', () => {
    expect(relatedTerms('u.s.').get(stem('american'))).toBeGreaterThan(0);
  });

  it.each([
    ['troops', 'banana'],
    ['iraq', 'iran'],
    ['sunni', 'shiite'],
  ])('are not what only stands in the same articles: %s, %s', (left, right) => {
    expect(strength(left, right)).toBe(0);
  });

  it('never stand for a word better than itself', () => {
    for (const word of ['troops', 'vote', 'kill', 'leader']) {
      const related = relatedTerms(stem(word));
      expect(related.has(stem(word))).toBe(false);
      for (const value of related.values()) expect(value).toBeLessThanOrEqual(RELATED.derived);
    }
  });

  it.each(['__proto__', 'constructor', 'tostring', 'hasownproperty', '', '5200'])(
    'has nothing of its own for %j',
    (term) => {
      for (const [other, value] of relatedTerms(term)) {
        expect(other).not.toBe('');
        expect(value).toBeGreaterThan(0);
      }
    },
  );
});
