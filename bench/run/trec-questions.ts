import path from 'node:path';
import type { SetResult } from '../results.js';
import { readTrecQuestions } from '../sets/trec-questions.js';
import { readTypedQuestions } from '../sets/typed-questions.js';
import { sample } from '../shuffle.js';
import { crossValidateTypes, holdWritersOut, typeCases } from '../training/learn-types.js';
import { accuracy, coarseIsRight, fineIsRight, typeIsRight } from '../training/type-report.js';
import type { RunOptions } from './options.js';

/** Which type of answer a question wants: ten folds of TREC's and members' questions, and members' with their writer held out. */
export function runTrecQuestions({ data, sample: size }: RunOptions): SetResult {
  const trec = sample(readTrecQuestions(path.join(data, 'trec-questions')), size);
  const cases = typeCases(trec, readTypedQuestions());
  const folded = crossValidateTypes(cases);
  const ofTrec = folded.filter(({ fine }) => fine !== '');
  const members = folded.filter(({ fine }) => fine === '');
  return {
    set: 'trec-questions',
    size: `${ofTrec.length.toLocaleString('en')} questions of TREC, ${members.length} as members type them`,
    engines: [
      {
        engine: 'clippings',
        figures: {
          'coarse class right': accuracy(ofTrec, coarseIsRight).right,
          'fine class right': accuracy(ofTrec, fineIsRight).right,
          'type right, TREC': accuracy(ofTrec, typeIsRight).right,
          'type right, members': accuracy(members, typeIsRight).right,
          'the same, writer held out': accuracy(holdWritersOut(cases), typeIsRight).right,
        },
        time: null,
      },
    ],
    failures: members
      .filter((each) => !typeIsRight(each))
      .map(({ question, type, guess }) => ({
        question,
        wanted: [type],
        got: [guess.type],
        verdict: 'another type',
      })),
    notes: ['  Cross-validated, ten folds.'],
  };
}
