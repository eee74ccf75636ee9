import type { LearnedSpans } from './learn-spans.js';

/** Weights smaller than these are left out, so that the file can be read. */
const TRIFLING = 0.1;

/** As src/answer/spans/weights.json has them: the greatest first in each part. */
export function spanWeights({ weights, chance }: LearnedSpans): object {
  const named = [...weights].filter(([, weight]) => weight !== 0);
  const part = (prefix: string, least = 0): Record<string, number> =>
    Object.fromEntries(
      named
        .filter(([name, weight]) => name.startsWith(prefix) && Math.abs(weight) >= least)
        .sort(([, a], [, b]) => b - a)
        .map(([name, weight]) => [name.slice(prefix.length), rounded(weight)]),
    );
  const forms = new Set(
    named.flatMap(([name]) => (name.startsWith('byForm|') ? (name.split('|')[1] ?? []) : [])),
  );
  return {
    traits: part('traits|', TRIFLING),
    byForm: Object.fromEntries([...forms].sort().map((form) => [form, part(`byForm|${form}|`, TRIFLING)])),
    relations: part('relations|'),
    standing: part('standing|'),
    chance: Object.fromEntries(Object.entries(chance).map(([name, weight]) => [name, rounded(weight)])),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(2));
}
