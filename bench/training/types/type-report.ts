import { coarseOf } from '../../sets/trec-questions.js';
import type { ValidatedCase } from './learn-types.js';

/** How many of some questions are told right. */
export interface TypeAccuracy {
  readonly questions: number;
  readonly right: number;
}

export function accuracy(
  cases: readonly ValidatedCase[],
  isRight: (each: ValidatedCase) => boolean,
): TypeAccuracy {
  return { questions: cases.length, right: cases.filter(isRight).length / cases.length };
}

export const fineIsRight = ({ fine, guess }: ValidatedCase): boolean => guess.fine === fine;
export const coarseIsRight = ({ fine, guess }: ValidatedCase): boolean =>
  guess.coarse === (fine !== null && coarseOf(fine));
export const typeIsRight = ({ types, guess }: ValidatedCase): boolean => types.includes(guess.type);

/** A table of cross-validated figures: TREC's, those of dossiers, and each writer's. */
export function typesReport(cases: readonly ValidatedCase[]): string {
  const trec = cases.filter(({ source }) => source === 'trec');
  const members = cases.filter(({ source }) => source === 'members');
  const writers = [...new Set(members.map(({ writer }) => writer))];
  return [
    line('TREC, coarse', accuracy(trec, coarseIsRight)),
    line('TREC, fine', accuracy(trec, fineIsRight)),
    line('TREC, our types', accuracy(trec, typeIsRight)),
    line(
      'dossiers, our types',
      accuracy(
        cases.filter(({ source }) => source === 'dossiers'),
        typeIsRight,
      ),
    ),
    line('members, our types', accuracy(members, typeIsRight)),
    ...writers.map((writer) =>
      line(
        `  of writer ${writer}`,
        accuracy(
          members.filter((each) => each.writer === writer),
          typeIsRight,
        ),
      ),
    ),
    '',
  ].join('\n');
}

function line(name: string, { questions, right }: TypeAccuracy): string {
  return `${name.padEnd(24)}${questions.toLocaleString('en').padStart(7)}${right.toFixed(3).padStart(7)}`;
}
