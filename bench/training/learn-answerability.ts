import { ANSWERABILITY_FEATURE_NAMES, SPEAKS_FOR } from '../../src/answer/answerability/features.js';
import { auroc } from '../metrics/separation.js';
import type { AnswerabilityCase } from './answerability-cases.js';
import { folds } from './learn-ranking.js';
import { fitLogistic, logistic } from './logistic.js';

/** How much all cases of a sort count together. */
const SORT_WEIGHTS: Readonly<Record<AnswerabilityCase['sort'], number>> = {
  members: 10,
  squad: 2,
  later: 1,
  dossiers: 2,
};
const PENALTY = 1e-3;
const FOLDS = 4;

/** What is wanted of the answers on questions that were not learned from. */
const WANTED = { answersRight: 0.79, wronglyAnswered: 0.14, toldNone: 0.06, valuesRight: 0.88 } as const;

export interface LearnedAnswerability {
  readonly answerable: Readonly<Record<string, number>>;
  readonly right: Readonly<Record<string, number>>;
  readonly thresholds: {
    /** In a small archive and in a large one, whose scores say different things. */
    readonly answer: Readonly<Record<'small' | 'large', number>>;
    readonly maybe: number;
    readonly value: number;
  };
  readonly report: string;
}

interface Judged {
  readonly item: AnswerabilityCase;
  readonly answerable: number;
  readonly right: number;
}

/** Learns the two chances, and where each verdict begins, on predictions for questions that they were not learned from. */
export function learnAnswerability(all: readonly AnswerabilityCase[]): LearnedAnswerability {
  const cases = all.filter(({ features }) => features.length > 0);
  const foldOf = folds(cases.map(({ group }) => group));
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = cases.filter(({ group }) => foldOf.get(group) !== fold);
    const [answerable, right] = [fitAnswerable(seen), fitRight(seen)];
    for (const item of cases.filter(({ group }) => foldOf.get(group) === fold))
      judged.push({
        item,
        answerable: logistic(item.features, answerable),
        right: logistic(item.features, right),
      });
  }
  const thresholds = chooseThresholds(judged);
  return {
    answerable: named(fitAnswerable(cases), 'answerable'),
    right: named(fitRight(cases), 'right'),
    thresholds,
    report: reportOf(judged, thresholds),
  };
}

function fitAnswerable(cases: readonly AnswerabilityCase[]): number[] {
  return fitWeights(cases, 'answerable', ({ answerable }) => answerable);
}

/** Among questions that are answered somewhere: whether the first quote does. */
function fitRight(cases: readonly AnswerabilityCase[]): number[] {
  return fitWeights(
    cases.filter(({ answerable }) => answerable),
    'right',
    ({ right }) => right,
  );
}

function fitWeights(
  cases: readonly AnswerabilityCase[],
  chance: keyof typeof SPEAKS_FOR,
  label: (item: AnswerabilityCase) => boolean,
): number[] {
  const counts = new Map<string, number>();
  for (const { sort } of cases) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  const names: readonly string[] = SPEAKS_FOR[chance];
  const speaks = ANSWERABILITY_FEATURE_NAMES.map((name) => names.includes(name));
  return fitLogistic(
    cases.map((item) => ({
      // What does not speak for it is never there, so it gets no weight.
      facts: item.features.map((value, index) => (speaks[index] ? value : 0)),
      label: label(item) ? 1 : 0,
      weight: SORT_WEIGHTS[item.sort] / (counts.get(item.sort) ?? 1),
    })),
    PENALTY,
  );
}

const sure = ({ answerable, right }: Judged): number => answerable * right;

const STEPS = Array.from({ length: 99 }, (_, at) => (at + 1) / 100);

/**
 * The lowest thresholds for an answer that keep what is wanted over members' questions to a large archive and over the questions to
 * small ones, and the highest for none over both.
 */
function chooseThresholds(judged: readonly Judged[]): LearnedAnswerability['thresholds'] {
  const of = (sort: AnswerabilityCase['sort']) => judged.filter(({ item }) => item.sort === sort);
  const answer = { small: answerThreshold(of('dossiers')), large: answerThreshold(of('members')) };
  const maybe = STEPS.findLast((threshold) =>
    (['members', 'dossiers'] as const).every((sort) => {
      const answerable = of(sort).filter(({ item }) => item.answerable);
      return share(answerable, (one) => one.answerable < threshold) <= WANTED.toldNone;
    }),
  );
  return { answer, maybe: maybe ?? 0, value: valueThreshold(of('members'), answer.large) };
}

function answerThreshold(judged: readonly Judged[]): number {
  const unanswerable = judged.filter(({ item }) => !item.answerable).length;
  const threshold = STEPS.find((step) => {
    const shown = judged.filter((one) => sure(one) >= step);
    const answerable = shown.filter(({ item }) => item.answerable);
    const wrongly = shown.length - answerable.length;
    return (
      share(answerable, ({ item }) => item.right) >= WANTED.answersRight &&
      wrongly <= WANTED.wronglyAnswered * unanswerable
    );
  });
  return threshold ?? 1;
}

/** The lowest chance from which values that are shown with answers are right as often as is wanted. */
function valueThreshold(members: readonly Judged[], answer: number): number {
  const values = members.flatMap((one) => (sure(one) >= answer && one.item.value ? [one.item.value] : []));
  const ranked = values.toSorted((a, b) => b.chance - a.chance);
  let [right, threshold] = [0, 1];
  for (const [index, value] of ranked.entries()) {
    if (value.right) right += 1;
    if (right / (index + 1) >= WANTED.valuesRight) threshold = value.chance;
  }
  return Number(threshold.toFixed(3));
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function reportOf(
  judged: readonly Judged[],
  { answer, maybe, value }: LearnedAnswerability['thresholds'],
): string {
  const figure = (value: number): string => value.toFixed(3);
  const isAnswer = (one: Judged): boolean =>
    sure(one) >= (one.item.sort === 'dossiers' ? answer.small : answer.large);
  const values = judged.flatMap((one) =>
    isAnswer(one) && one.item.value !== null && one.item.value.chance >= value ? [one.item.value] : [],
  );
  const lines = (['members', 'squad', 'later', 'dossiers'] as const).map((sort) => {
    const of = judged.filter(({ item }) => item.sort === sort);
    const answerable = of.filter(({ item }) => item.answerable);
    const open = of.filter(({ item }) => !item.answerable);
    const near = open.filter(({ item }) => item.near);
    const shown = answerable.filter(isAnswer);
    const chance = (one: Judged): number => one.answerable;
    return [
      sort.padEnd(9),
      `${answerable.length}+${open.length}`,
      `AUROC ${figure(auroc(answerable.map(chance), open.map(chance)))}`,
      `near ${figure(auroc(answerable.map(chance), near.map(chance)))}`,
      `right ${figure(
        auroc(
          answerable.filter(({ item }) => item.right).map(sure),
          answerable.filter(({ item }) => !item.right).map(sure),
        ),
      )}`,
      `first right ${figure(share(answerable, ({ item }) => item.right))}`,
      `answered right ${figure(shown.filter(({ item }) => item.right).length / Math.max(1, answerable.length))}`,
      `of answers ${figure(share(shown, ({ item }) => item.right))}`,
      `wrongly ${figure(share(open, isAnswer))}`,
      `none ${figure(share(answerable, (one) => one.answerable < maybe && !isAnswer(one)))}`,
      `none, open ${figure(share(open, (one) => one.answerable < maybe))}`,
    ].join('  ');
  });
  lines.push(`values shown ${values.length}  right ${figure(share(values, ({ right }) => right))}`);
  return `${lines.join('\n')}\n`;
}

function named(weights: readonly number[], chance: keyof typeof SPEAKS_FOR): Record<string, number> {
  return Object.fromEntries(
    SPEAKS_FOR[chance].map((name) => [
      name,
      Number((weights[ANSWERABILITY_FEATURE_NAMES.indexOf(name)] ?? 0).toFixed(3)),
    ]),
  );
}
