import { coarseOf } from '../sets/trec-questions.js';
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
export const coarseIsRight = ({ fine, guess }: ValidatedCase): boolean => guess.coarse === coarseOf(fine);
export const typeIsRight = ({ type, guess }: ValidatedCase): boolean => guess.type === type;

/** A table of cross-validated figures, TREC's and each writer's. @param heldOut members' questions, their writer held out */
export function typesReport(folded: readonly ValidatedCase[], heldOut: readonly ValidatedCase[]): string {
  const trec = folded.filter(({ fine }) => fine !== '');
  const members = folded.filter(({ fine }) => fine === '');
  const writers = [...new Set(heldOut.map(({ writer }) => writer))];
  return [
    line('TREC, coarse', accuracy(trec, coarseIsRight)),
    line('TREC, fine', accuracy(trec, fineIsRight)),
    line('TREC, our types', accuracy(trec, typeIsRight)),
    line('members, our types', accuracy(members, typeIsRight)),
    ...writers.map((writer) =>
      line(
        `writer ${writer} held out`,
        accuracy(
          heldOut.filter((each) => each.writer === writer),
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
