import type { AnswerType } from '../../../src/answer/question/answer-type.js';
import { MEANING_SIZE } from '../../../src/answer/question/question-meaning.js';
import { questionWords } from '../../../src/answer/question/question-words.js';
import { type TypeFeatures, typeFeatures } from '../../../src/answer/question/type-features.js';
import { type PackedTypeModel, TypeModel } from '../../../src/answer/question/type-model.js';
import type { DossierQuestion } from '../../sets/dossiers.js';
import { coarseOf, type TrecQuestion } from '../../sets/trec-questions.js';
import type { TypedQuestion } from '../../sets/typed-questions.js';
import { shuffled } from '../../shuffle.js';
import { type ClassifiedCase, learnMultinomial } from '../multinomial.js';
import { keywordsOf } from './keyword-copies.js';
import { type TypeClass, typeClasses, typeOfTrec, typesOfDossier } from './type-classes.js';
import { packTypeModel } from './type-weights.js';

/** A question to learn from, read. */
export interface TypeCase {
  readonly question: string;
  readonly features: TypeFeatures;
  /** Its class in TREC; null where it is not TREC's. */
  readonly fine: string | null;
  /** What it may want; several where that is not told apart. */
  readonly types: readonly AnswerType[];
  readonly source: 'trec' | 'dossiers' | 'members';
  /** Of members' questions. */
  readonly writer: string;
  /** The question that it is a copy of, in other words and to learn from alone. */
  readonly original: string | null;
}

/** A learned classifier of questions: the weights as they are kept, and the classes that they tell. */
export interface LearnedTypes {
  readonly classes: readonly TypeClass[];
  readonly packed: PackedTypeModel;
}

/** A feature of fewer questions tells of these alone. */
const MIN_QUESTIONS = 2;
const OPTIONS = { epochs: 10, rate: 0.4, sparsity: 1e-5, shrinkage: 1e-5, batch: 16 } as const;
/** How much a question of each set counts: members' are what is asked, and there are few. */
const SET_WEIGHTS = { trec: 1, dossiers: 1, members: 3 } as const;
/** How much a question in keywords counts beside its original. */
const COPY_WEIGHT = 0.3;

export interface TypeSets {
  readonly trec: readonly TrecQuestion[];
  readonly dossiers: readonly Pick<DossierQuestion, 'question' | 'kind'>[];
  readonly members: readonly TypedQuestion[];
}

export function typeCases({ trec, dossiers, members }: TypeSets): TypeCase[] {
  return [
    ...trec.flatMap(trecCases),
    ...dossiers.flatMap(({ question, kind }) => {
      const types = typesOfDossier(question, kind);
      return types.length === 0 ? [] : [caseOf(question, { types, source: 'dossiers' })];
    }),
    ...members.map(({ question, type, writer }) =>
      caseOf(question, { types: [type], source: 'members', writer }),
    ),
  ];
}

/** TREC asks in whole sentences, members often in keywords: what can be asked so is learned in keywords, too. */
function trecCases(asked: TrecQuestion, number: number): TypeCase[] {
  const known = { fine: asked.fine, types: [typeOfTrec(asked)], source: 'trec' } as const;
  const keywords = keywordsOf(asked.question, number % 2 === 0);
  return [
    caseOf(asked.question, known),
    ...(keywords === null ? [] : [caseOf(keywords, { ...known, original: asked.question })]),
  ];
}

function caseOf(question: string, known: Pick<TypeCase, 'types' | 'source'> & Partial<TypeCase>): TypeCase {
  return { question, features: featuresOf(question), fine: null, writer: '', original: null, ...known };
}

function featuresOf(question: string): TypeFeatures {
  const { tokens, parts, asks } = questionWords(question);
  return typeFeatures(tokens.slice(asks), parts.slice(asks));
}

/** Learns from TREC's questions and members' together. A member's question has a type, whatever TREC would call it. */
export function learnTypes(cases: readonly TypeCase[]): LearnedTypes {
  const classes = typeClasses(cases);
  const counts = new Map<string, number>();
  for (const { features } of cases) {
    for (const feature of features.present) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const names = [...counts.keys()].filter((name) => (counts.get(name) ?? 0) >= MIN_QUESTIONS).sort();
  const numbers = new Map(names.map((name, at) => [name, MEANING_SIZE + at]));
  const learned = learnMultinomial(
    cases.map((each) => ({
      ...vectorOf(each.features, numbers),
      classes: classes.flatMap(({ fine, type }, at) =>
        each.types.includes(type) && (each.fine === null || fine === each.fine) ? [at] : [],
      ),
      weight: each.original !== null ? COPY_WEIGHT : SET_WEIGHTS[each.source],
    })),
    MEANING_SIZE + names.length,
    classes.length,
    OPTIONS,
  );
  return { classes, packed: packTypeModel(classes, MEANING_SIZE, names, learned) };
}

/** The values of the meaning come first, then the features by name. */
function vectorOf(
  { present, meaning }: TypeFeatures,
  numbers: ReadonlyMap<string, number>,
): Pick<ClassifiedCase, 'features' | 'values'> {
  const known = present.flatMap((feature) => numbers.get(feature) ?? []);
  const meant = [...meaning.keys()].filter((at) => meaning[at] !== 0);
  return {
    features: Int32Array.from([...meant, ...known]),
    values: Float32Array.from([...meant.map((at) => meaning[at] ?? 0), ...known.map(() => 1)]),
  };
}

/** What a model takes a question for. */
export interface TypeGuess {
  readonly fine: string;
  readonly coarse: string;
  readonly type: AnswerType;
}

/** The likeliest of TREC's fine classes, of its coarse ones, and of our types, each by the sum of what it holds. */
export function guessType({ classes, packed }: LearnedTypes, features: TypeFeatures): TypeGuess {
  const chances = new TypeModel(packed).classChances(features);
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

const FOLDS = 10;

/**
 * Guesses each question by a model that did not learn from it: of ten folds, each held back in turn. The same question twice is
 * in one fold, and so are all questions of a member: another member's are what is told.
 */
export function crossValidateTypes(cases: readonly TypeCase[], folds = FOLDS): ValidatedCase[] {
  const groups = [...new Set(cases.map(groupOf))];
  const writers = groups.filter((group) => group.startsWith(WRITER));
  const others = shuffled(
    groups.filter((group) => !group.startsWith(WRITER)),
    1,
  );
  const foldOf = new Map([...writers, ...others].map((group, at) => [group, at % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const isHeld = (each: TypeCase) => foldOf.get(groupOf(each)) === fold;
    const model = learnTypes(cases.filter((each) => !isHeld(each)));
    return cases
      .filter((each) => isHeld(each) && each.original === null)
      .map((each) => ({ ...each, guess: guessType(model, each.features) }));
  }).flat();
}

const WRITER = 'writer ';

function groupOf({ question, original, writer }: TypeCase): string {
  return writer === '' ? (original ?? question).toLowerCase().replace(/\s*[.?!]\s*$/, '') : WRITER + writer;
}
