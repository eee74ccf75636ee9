import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEANING_SIZE } from '../../../src/answer/question/question-meaning.js';
import type { TypeFeatures } from '../../../src/answer/question/type-features.js';
import { type PackedTypeModel, TypeModel } from '../../../src/answer/question/type-model.js';

const NO_MEANING = new Float32Array(MEANING_SIZE);

/** Two classes of counts and one of dates; the first value of the meaning speaks for dates. */
const MODEL: PackedTypeModel = {
  types: ['count', 'date', 'count'],
  unit: 0.5,
  features: 'w many\t0:4 2:2\nw when\t1:6',
  meaningUnit: 0.1,
  meaning: Buffer.from(
    Int8Array.from([0, 20, 0, ...new Array<number>((MEANING_SIZE - 1) * 3).fill(0)]).buffer,
  ).toString('base64'),
};
const model = new TypeModel(MODEL);

const having = (...present: string[]): TypeFeatures => ({ present, meaning: NO_MEANING });

describe('the chances by a model', () => {
  it('are even where no feature is known', () => {
    expect(model.classChances(having())).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(model.classChances(having('w zebra', 'constructor', '__proto__'))).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('are those of a softmax over the weights of what is there', () => {
    const [many = 0, when = 0, other = 0] = model.classChances(having('w many'));
    expect(many / when).toBeCloseTo(Math.exp(2));
    expect(other / when).toBeCloseTo(Math.exp(1));
  });

  it('follow from what words mean, too', () => {
    const meaning = NO_MEANING.slice();
    meaning[0] = 0.5;
    const [many = 0, when = 0] = model.classChances({ present: [], meaning });
    expect(when / many).toBeCloseTo(Math.exp(0.5 * 20 * 0.1));
  });

  it('of a type are the sum over its classes', () => {
    const [many = 0, , other = 0] = model.classChances(having('w many'));
    expect(model.typeChances(having('w many')).get('count')).toBeCloseTo(many + other);
  });

  it('always sum to 1, however great the weights', () => {
    const weight = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(weight, weight, (one, other) => {
        const great = new TypeModel({ ...MODEL, features: `a\t0:${one} 1:${other}\nb\t2:${one}` });
        const chances = great.typeChances(having('a', 'b'));
        expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1);
      }),
    );
  });
});
