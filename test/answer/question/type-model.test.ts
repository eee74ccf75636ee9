import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classChances, type PackedTypeModel, typeChances } from '../../../src/answer/question/type-model.js';

/** Two classes of counts and one of dates. */
const MODEL: PackedTypeModel = {
  types: ['count', 'date', 'count'],
  unit: 0.5,
  features: { 'w many': [0, 4, 2, 2], 'w when': [1, 6] },
};

describe('the chances by a model', () => {
  it('are even where no feature is known', () => {
    expect(classChances(MODEL, [])).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(classChances(MODEL, ['w zebra', 'constructor', '__proto__'])).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('are those of a softmax over the weights of what is there', () => {
    const [many = 0, when = 0, other = 0] = classChances(MODEL, ['w many']);
    expect(many / when).toBeCloseTo(Math.exp(2));
    expect(other / when).toBeCloseTo(Math.exp(1));
  });

  it('of a type are the sum over its classes', () => {
    const [many = 0, , other = 0] = classChances(MODEL, ['w many']);
    expect(typeChances(MODEL, ['w many']).get('count')).toBeCloseTo(many + other);
  });

  it('always sum to 1, however great the weights', () => {
    const features = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -10_000, max: 10_000 }))).map((pairs) => pairs.flat()),
    );
    fc.assert(
      fc.property(features, (weights) => {
        const chances = typeChances({ ...MODEL, features: weights }, ['a', 'b', 'c']);
        expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
      }),
    );
  });
});
