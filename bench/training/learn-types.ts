import type { AnswerType } from '../../src/answer/question/answer-type.js';
import { questionWords } from '../../src/answer/question/question-words.js';
import { typeFeatures } from '../../src/answer/question/type-features.js';
import { coarseOf, type TrecQuestion } from '../sets/trec-questions.js';
import type { TypedQuestion } from '../sets/typed-questions.js';
import { shuffled } from '../shuffle.js';
import { classChances, learnMultinomial, type Multinomial } from './multinomial.js';
import { type TypeClass, typeClasses, typeOfTrec } from './type-classes.js';

/** A question to learn from, read. */
export interface TypeCase {
  readonly question: string;
  readonly features: readonly string[];
  /** Empty for a member's question. */
  readonly fine: string;
  readonly type: AnswerType;
  /** Who wrote it; "trec" for TREC's. */
  readonly writer: string;
}

/** A learned classifier of questions, with its features by name. */
export interface TypeModel {
  readonly classes: readonly TypeClass[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly learned: Multinomial;
}

/** How often a member's question counts: there are few, and they are what is asked. */
const MEMBERS_WEIGHT = 3;
/** A feature of fewer questions tells of these alone. */
const MIN_QUESTIONS = 2;
const OPTIONS = { epochs: 20, rate: 0.5, sparsity: 1e-5, shrinkage: 1e-5 } as const;

export function typeCases(trec: readonly TrecQuestion[], members: readonly TypedQuestion[]): TypeCase[] {
  return [
    ...trec.map((question) => ({
      question: question.question,
      features: featuresOf(question.question),
      fine: question.fine,
      type: typeOfTrec(question),
      writer: 'trec',
    })),
    ...members.map((member) => ({ ...member, features: featuresOf(member.question), fine: '' })),
  ];
}

function featuresOf(question: string): string[] {
  const { tokens, parts, asks } = questionWords(question);
  return typeFeatures(tokens.slice(asks), parts.slice(asks));
}

/** Learns from TREC's questions and members' together. A member's question has a type, whatever TREC would call it. */
export function learnTypes(cases: readonly TypeCase[]): TypeModel {
  const classes = typeClasses(cases.filter(({ fine }) => fine !== ''));
  const counts = new Map<string, number>();
  for (const { features } of cases) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_QUESTIONS).sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const learned = learnMultinomial(
    cases.map((each) => ({
      features: numbersOf(each.features, numbers),
      classes: classes.flatMap(({ fine, type }, at) =>
        type === each.type && (each.fine === '' || fine === each.fine) ? [at] : [],
      ),
      weight: each.fine === '' ? MEMBERS_WEIGHT : 1,
    })),
    names.length,
    classes.length,
    OPTIONS,
  );
  return { classes, numbers, learned };
}

function numbersOf(features: readonly string[], numbers: ReadonlyMap<string, number>): number[] {
  return features.flatMap((feature) => numbers.get(feature) ?? []);
}

/** What a model takes a question for. */
export interface TypeGuess {
  readonly fine: string;
  readonly coarse: string;
  readonly type: AnswerType;
}

/** The likeliest of TREC's fine classes, of its coarse ones, and of our types, each by the sum of what it holds. */
export function guessType({ classes, numbers, learned }: TypeModel, features: readonly string[]): TypeGuess {
  const chances = classChances(learned, numbersOf(features, numbers));
  const [fine, coarse, types] = [new Sums<string>(), new Sums<string>(), new Sums<AnswerType>()];
  for (const [at, { fine: name, type }] of classes.entries()) {
    const chance = chances[at] ?? 0;
    types.add(type, chance);
    if (name === '') continue;
    fine.add(name, chance);
    coarse.add(coarseOf(name), chance);
  }
  return { fine: fine.greatest(), coarse: coarse.greatest(), type: types.greatest() };
}

class Sums<Name extends string> {
  readonly #sums = new Map<Name, number>();

  add(name: Name, value: number): void {
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + value);
  }

  greatest(): Name {
    const [first] = [...this.#sums].sort((a, b) => b[1] - a[1]);
    if (first === undefined) throw new RangeError('There are no classes.');
    return first[0];
  }
}

/** A question with what a model took it for that had not learned from it. */
export interface ValidatedCase extends TypeCase {
  readonly guess: TypeGuess;
}

/** Guesses each question by a model that learned from the other folds; the same question twice is in one fold. */
export function crossValidateTypes(cases: readonly TypeCase[], folds = 10): ValidatedCase[] {
  const groups = [...new Set(cases.map(({ question }) => question.toLowerCase()))];
  const foldOf = new Map(shuffled(groups, 1).map((group, at) => [group, at % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const isHeld = ({ question }: TypeCase) => foldOf.get(question.toLowerCase()) === fold;
    return guessAll(learnTypes(cases.filter((each) => !isHeld(each))), cases.filter(isHeld));
  }).flat();
}

/** Guesses the questions of each writer but TREC's by a model that learned from all others. */
export function holdWritersOut(cases: readonly TypeCase[]): ValidatedCase[] {
  const writers = [...new Set(cases.map(({ writer }) => writer))].filter((writer) => writer !== 'trec');
  return writers.flatMap((held) =>
    guessAll(
      learnTypes(cases.filter(({ writer }) => writer !== held)),
      cases.filter(({ writer }) => writer === held),
    ),
  );
}

function guessAll(model: TypeModel, cases: readonly TypeCase[]): ValidatedCase[] {
  return cases.map((each) => ({ ...each, guess: guessType(model, each.features) }));
}
