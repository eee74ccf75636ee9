import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyValues, wellPlaced } from '../../../src/answer/extraction/values.js';
import weights from '../../../src/answer/extraction/weights.json' with { type: 'json' };
import { ANSWER_TYPES } from '../../../src/answer/question/answer-type.js';
import { anyArticle, articleOf, rankedOf, wanting } from '../fixtures.js';

const HOW_MANY = wanting('how many troops left', 'count');
/** The more articles give a value, the likelier it is. */
const BY_ARTICLES = { articles: 2, always: -1 };

const ranked = (...sentences: readonly string[]) =>
  rankedOf(HOW_MANY, ...sentences.map((text, at) => articleOf({ id: `article ${at}` }, [text])));

describe('the likely values', () => {
  it('are one where they mean the same, with all places where it is said', () => {
    const [twenty, ...others] = likelyValues(
      ranked('Twenty troops left.', 'Some 20 troops left.'),
      BY_ARTICLES,
    );
    expect(others).toEqual([]);
    expect(twenty?.mentions.map(({ sentence }) => sentence.article.id).sort()).toEqual([
      'article 0',
      'article 1',
    ]);
  });

  it('are two where they mean something else', () => {
    const values = likelyValues(ranked('More than 20 troops left.', 'All 20 troops left.'), BY_ARTICLES);
    expect(values).toHaveLength(2);
  });

  it('come likeliest first', () => {
    const values = likelyValues(
      ranked('Some 52 troops left.', 'Twenty troops left.', 'Exactly 20 troops left.'),
      BY_ARTICLES,
    );
    expect(values.map(({ canonical }) => canonical)).toEqual(['20', '52']);
    expect(values[0]?.probability).toBeGreaterThan(values[1]?.probability ?? 1);
  });

  it('are judged by the place that speaks most for them', () => {
    const sentences = ranked('Far away and much later it was 20.', 'Some 20 troops left.');
    const [value] = likelyValues(sentences, { closeness: 1 });
    expect(value?.mention.sentence.sentence.text).toBe('Some 20 troops left.');
  });

  it('have the chance that the weights give, 0 to 1', () => {
    const sentences = ranked('Some 20 troops left.');
    const chance = (always: number) => likelyValues(sentences, { always })[0]?.probability;
    expect(chance(0)).toBe(0.5);
    expect(chance(3)).toBeCloseTo(0.9526, 4);
    expect(chance(-3)).toBeCloseTo(0.0474, 4);
  });

  it('come in a settled order where they are as likely', () => {
    const values = likelyValues(ranked('Some 52 or 20 or 300 troops left.'), {});
    expect(values.map(({ canonical }) => canonical)).toEqual(['20', '300', '52']);
  });

  it('that two types take for the same are said once in a place', () => {
    const question = wanting('who or what', 'person', 'organisation', 'place', 'thing');
    const [value, ...others] = likelyValues(
      rankedOf(question, articleOf({}, ['Then Washington agreed.'])),
      BY_ARTICLES,
    );
    expect(others).toEqual([]);
    expect(value?.mentions).toHaveLength(1);
  });

  it('are none where nothing was found', () => {
    expect(likelyValues([])).toEqual([]);
  });
});

describe('the learned weights', () => {
  it('are finite figures', () => {
    for (const weight of Object.values<number>(weights)) expect(Number.isFinite(weight)).toBe(true);
  });

  it('make a chance of any value', () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom(...ANSWER_TYPES), (article, type) => {
        for (const { probability } of likelyValues(rankedOf(wanting('who voted', type), article)))
          expect(probability >= 0 && probability <= 1).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a value is well placed', () => {
  const placed = (...sentences: readonly string[]) => {
    const found = ranked(...sentences);
    return wellPlaced(likelyValues(found, BY_ARTICLES), found).map(({ canonical }) => canonical);
  };

  it('in a sentence that has about as much of the question as any', () => {
    expect(placed('Some 20 troops left.', 'Troops left; 52 of them.').toSorted()).toEqual(['20', '52']);
  });

  it('but not in one that has far less of it than another', () => {
    expect(placed('The troops left on foot.', 'Some 52 people cheered.')).toEqual([]);
  });

  it('in the best sentence, whatever that has', () => {
    expect(placed('Some 52 people cheered.')).toEqual(['52']);
  });
});
