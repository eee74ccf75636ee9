import type { NameFeatures } from '../../src/text/name-features.js';
import { type KindChances, NAME_KINDS } from '../../src/text/name-kinds.js';
import type { NameCase } from './name-cases.js';

/**
 * Two lines of a table: for the names as people marked them, and as `findNames` finds them, how many there are, the share
 * whose kind is guessed right, and precision and recall of each kind.
 */
export function nameKindsReport(
  set: string,
  cases: readonly NameCase[],
  chancesOf: (features: NameFeatures) => KindChances,
): string {
  const rows = [
    ['marked', cases.filter(({ from }) => from !== 'found')],
    ['found', cases.filter(({ from }) => from !== 'marked')],
  ] as const;
  return rows
    .map(([from, names]) => {
      const guessed = names.map((name) => ({ kind: name.kind, guess: likeliest(chancesOf(name.features)) }));
      const right = guessed.filter((each) => each.kind === each.guess);
      const figures = NAME_KINDS.map((name, kind) => {
        const ofKind = right.filter((each) => each.kind === kind).length;
        const precision = ofKind / guessed.filter((each) => each.guess === kind).length;
        const recall = ofKind / guessed.filter((each) => each.kind === kind).length;
        return `  ${name} ${precision.toFixed(3)} ${recall.toFixed(3)}`;
      });
      const share = (right.length / names.length).toFixed(3);
      return `${set.padEnd(12)}${from.padEnd(7)}${String(names.length).padStart(6)} ${share}${figures.join('')}\n`;
    })
    .join('');
}

function likeliest(chances: KindChances): number {
  return chances.indexOf(Math.max(...chances));
}
