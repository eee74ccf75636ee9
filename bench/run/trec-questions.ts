import path from 'node:path';
import type { SetResult } from '../results.js';
import { readDossierQuestions } from '../sets/dossiers.js';
import { readTrecQuestions, type TrecQuestion } from '../sets/trec-questions.js';
import { readTypedQuestions } from '../sets/typed-questions.js';
import { sample } from '../shuffle.js';
import {
  crossValidateTypes,
  guessType,
  learnTypes,
  type TypeCase,
  typeCases,
  type ValidatedCase,
} from '../training/types/learn-types.js';
import { accuracy, coarseIsRight, fineIsRight, typeIsRight } from '../training/types/type-report.js';
import type { RunOptions } from './options.js';

/** Which type of answer a question wants, by ten folds of TREC's and members' questions; and TREC's test part, if it is there. */
export function runTrecQuestions({ data, sample: size }: RunOptions, project: string): SetResult {
  const folder = path.join(data, 'trec-questions');
  const cases = typeCases({
    trec: sample(readTrecQuestions(folder), size),
    dossiers: readDossierQuestions(project),
    members: readTypedQuestions(),
  });
  const folded = crossValidateTypes(cases);
  const trec = folded.filter(({ source }) => source === 'trec');
  const members = folded.filter(({ source }) => source === 'members');
  const test = guessTest(cases, readTrecQuestions(folder, 'test'));
  return {
    set: 'trec-questions',
    size: `${trec.length.toLocaleString('en')} questions of TREC, ${members.length} as members type them`,
    engines: [
      {
        engine: 'clippings',
        figures: {
          'coarse class right': accuracy(trec, coarseIsRight).right,
          'fine class right': accuracy(trec, fineIsRight).right,
          'type right, TREC': accuracy(trec, typeIsRight).right,
          'type right, members': accuracy(members, typeIsRight).right,
          ...(test.length === 0
            ? {}
            : {
                'coarse class right, test': accuracy(test, coarseIsRight).right,
                'fine class right, test': accuracy(test, fineIsRight).right,
              }),
        },
        time: null,
      },
    ],
    failures: members
      .filter((each) => !typeIsRight(each))
      .map(({ question, types, guess }) => ({
        question,
        wanted: types,
        got: [guess.type],
        verdict: 'another type',
      })),
    notes: ['  Cross-validated, ten folds; all questions of a member are in one.'],
  };
}

/** TREC's questions that nothing is learned from, by a model of all others. */
function guessTest(cases: readonly TypeCase[], questions: readonly TrecQuestion[]): ValidatedCase[] {
  if (questions.length === 0) return [];
  const model = learnTypes(cases);
  return typeCases({ trec: questions, dossiers: [], members: [] })
    .filter(({ original }) => original === null)
    .map((each) => ({ ...each, guess: guessType(model, each.features) }));
}
