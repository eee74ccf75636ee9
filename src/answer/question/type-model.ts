import type { AnswerType } from './answer-type.js';

/** The weights of a multinomial logistic regression, as they are kept: small, and in whole numbers. */
export interface PackedTypeModel {
  /** The type that each class belongs to; several classes may be of one. */
  readonly types: readonly AnswerType[];
  /** What 1 of a weight below stands for. */
  readonly unit: number;
  /** By feature: the number of a class and its weight, one pair after another. */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

/** The chance of each class of a question with these features, summing to 1. */
export function classChances(
  { types, unit, features }: PackedTypeModel,
  present: readonly string[],
): number[] {
  const scores = new Array<number>(types.length).fill(0);
  for (const name of present) {
    const pairs = Object.hasOwn(features, name) ? (features[name] ?? []) : [];
    for (let at = 0; at < pairs.length; at += 2) {
      const number = pairs[at] ?? 0;
      scores[number] = (scores[number] ?? 0) + (pairs[at + 1] ?? 0);
    }
  }
  const top = Math.max(...scores);
  const masses = scores.map((score) => Math.exp((score - top) * unit));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / total);
}

/** The chance of each type that has any, by summing over its classes. */
export function typeChances(model: PackedTypeModel, present: readonly string[]): Map<AnswerType, number> {
  const chances = new Map<AnswerType, number>();
  for (const [at, chance] of classChances(model, present).entries()) {
    const type = model.types[at];
    if (type !== undefined) chances.set(type, (chances.get(type) ?? 0) + chance);
  }
  return chances;
}
