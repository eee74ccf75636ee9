import { softmax } from '../../text/softmax.js';
import type { AnswerType } from './answer-type.js';
import { MEANING_SIZE } from './question-meaning.js';
import type { TypeFeatures } from './type-features.js';

/** The weights of a multinomial logistic regression, as they are kept: small, and in whole numbers. */
export interface PackedTypeModel {
  /** The type that each class belongs to; several classes may be of one. */
  readonly types: readonly AnswerType[];
  /** What 1 of a feature's weight stands for. */
  readonly unit: number;
  /** A feature a line: its name, a tab, and the numbers of classes with its weights, "3:12 17:-4". */
  readonly features: string;
  /** What 1 of a weight of the meaning stands for. */
  readonly meaningUnit: number;
  /** The weights of the meaning's values, those of all classes value after value: signed bytes in base64. */
  readonly meaning: string;
}

/** Tells classes by the weights of a model. */
export class TypeModel {
  readonly #packed: PackedTypeModel;
  /** By feature: the number of a class and its weight, one pair after another. */
  readonly #features: ReadonlyMap<string, readonly number[]>;
  readonly #meaning: Int8Array;

  constructor(packed: PackedTypeModel) {
    this.#packed = packed;
    this.#features = new Map(packed.features.split('\n').map(readFeature));
    this.#meaning = new Int8Array(Buffer.from(packed.meaning, 'base64'));
  }

  /** The chance of each class of a question with these features, summing to 1. */
  classChances({ present, meaning }: TypeFeatures): number[] {
    const { types, unit, meaningUnit } = this.#packed;
    const scores = new Float64Array(types.length);
    for (const name of present) {
      const pairs = this.#features.get(name) ?? [];
      for (let at = 0; at < pairs.length; at += 2) {
        const number = pairs[at] ?? 0;
        scores[number] = (scores[number] ?? 0) + unit * (pairs[at + 1] ?? 0);
      }
    }
    for (let value = 0; value < MEANING_SIZE; value++) {
      const factor = meaningUnit * (meaning[value] ?? 0);
      if (factor === 0) continue;
      const start = value * scores.length;
      for (let at = 0; at < scores.length; at++)
        scores[at] = (scores[at] ?? 0) + factor * (this.#meaning[start + at] ?? 0);
    }
    return softmax(scores);
  }

  /** The chance of each type that has any, by summing over its classes. */
  typeChances(features: TypeFeatures): Map<AnswerType, number> {
    const chances = new Map<AnswerType, number>();
    for (const [at, chance] of this.classChances(features).entries()) {
      const type = this.#packed.types[at];
      if (type !== undefined) chances.set(type, (chances.get(type) ?? 0) + chance);
    }
    return chances;
  }
}

function readFeature(line: string): [name: string, pairs: number[]] {
  const tab = line.indexOf('\t');
  return [
    line.slice(0, tab),
    line
      .slice(tab + 1)
      .split(/[ :]/)
      .map(Number),
  ];
}
