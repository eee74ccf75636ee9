import { readQuestion } from '../../src/answer/question.js';
import { type RankedSentence, rankCandidates } from '../../src/answer/rank.js';
import { matchTerms, retrieveCandidates } from '../../src/answer/retrieve.js';
import { bestSpans, SENTENCES_ASKED } from '../../src/answer/spans/best-spans.js';
import type { Run } from '../../src/answer/spans/phrases.js';
import { questionForm } from '../../src/answer/spans/question-form.js';
import { RELATION_NAMES, RELATIONS } from '../../src/answer/spans/relations/index.js';
import { sceneOf } from '../../src/answer/spans/scene.js';
import { traitGroup } from '../../src/answer/spans/span-model.js';
import type { Archive } from '../../src/archive/archive.js';
import type { Day } from '../../src/text/dates/calendar.js';
import type { SquadArchive } from '../archives/squad-archive.js';
import { exactMatch, holdsAnswer, tokenF1 } from '../metrics/answer-text.js';
import type { StartProgress } from '../progress.js';
import type { NewsQuestion } from '../sets/news.js';
import type { SquadSet } from '../sets/squad-set.js';
import type { SparseList } from './sparse-softmax.js';

/** Names of features get numbers as they come. */
export class FeatureNames {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** The spans of one question's best sentences, a row of features each. */
export interface SpanList extends SparseList {
  /** Lists of one group are never split between learning and testing. */
  readonly group: string;
  /** How each span fares against the answers: exactly one of them, the overlap of its words, and whether its sentence is right. */
  readonly exact: readonly number[];
  readonly overlap: readonly number[];
  readonly inRight: readonly boolean[];
  /** Rank of the sentence that it stands in, and its tokens there. */
  readonly rank: readonly number[];
  readonly tokens: readonly Run[];
}

/** From this overlap with an answer on a span is one. */
const ALIKE = 0.8;

export async function squadSpans(
  set: SquadSet,
  { archive, sentenceId }: SquadArchive,
  names: FeatureNames,
  start: StartProgress,
): Promise<SpanList[]> {
  const progress = start('squad, spans', set.questions.length);
  const lists: SpanList[] = [];
  for (const { question, answers, gold } of set.questions) {
    const group = gold[0]?.replace(/#.*$/, '') ?? '';
    const isRight = ({ article, sentence }: RankedSentence): boolean =>
      gold.includes(sentenceId(article.id, sentence.number));
    lists.push(toList(await rankedAtFirst(archive, question), answers, isRight, group, names));
    progress.tick();
  }
  progress.done();
  return lists;
}

export async function newsSpans(
  questions: readonly NewsQuestion[],
  archive: Archive,
  names: FeatureNames,
  start: StartProgress,
): Promise<SpanList[]> {
  const progress = start('news, spans', questions.length);
  const lists: SpanList[] = [];
  for (const { id, question, asked, answers } of questions) {
    const isRight = ({ sentence }: RankedSentence): boolean => holdsAnswer(sentence.text, answers);
    lists.push(toList(await rankedAtFirst(archive, question, asked), answers, isRight, `news ${id}`, names));
    progress.tick();
  }
  progress.done();
  return lists;
}

/** As they rank before spans have a say: what is learned here must not depend on what was learned before. */
async function rankedAtFirst(
  archive: Archive,
  question: string,
  asked: Day | null = null,
): Promise<RankedSentence[]> {
  const matcher = await matchTerms(archive, readQuestion(question), asked);
  return rankCandidates(await retrieveCandidates(archive, matcher));
}

function toList(
  ranked: readonly RankedSentence[],
  answers: readonly string[],
  isRight: (sentence: RankedSentence) => boolean,
  group: string,
  names: FeatureNames,
): SpanList {
  const asked = ranked.slice(0, SENTENCES_ASKED);
  const [scenes, right] = [asked.map(({ candidate }) => sceneOf(candidate)), asked.map(isRight)];
  const [columns, values, ends]: [number[], number[], number[]] = [[], [], []];
  const [exact, overlap, rank]: [number[], number[], number[]] = [[], [], []];
  const put = (name: string, value: number): void => {
    if (value === 0) return;
    columns.push(names.numberOf(name));
    values.push(value);
  };
  const form = asked[0] ? questionForm(asked[0].candidate.matcher.question) : '';
  const spans = bestSpans(ranked);
  for (const item of spans) {
    const scene = scenes[item.rank];
    if (!scene) continue;
    for (const trait of item.span.traits) put(`traits|${trait}`, 1);
    for (const trait of item.span.telling) put(`byForm|${traitGroup(form, trait)}|${trait}`, 1);
    for (const name of RELATION_NAMES) put(`relations|${name}`, RELATIONS[name](item.span, scene));
    for (const [name, value] of Object.entries(item.standing)) put(`standing|${name}`, value);
    ends.push(columns.length);
    const words = scene.text.text.slice(item.span.start, item.span.end);
    exact.push(exactMatch(words, answers));
    overlap.push(tokenF1(words, answers));
    rank.push(item.rank);
  }
  const inRight = rank.map((at) => right[at] ?? false);
  return {
    columns: Uint16Array.from(columns),
    values: Float32Array.from(values),
    ends: Int32Array.from(ends),
    targets: targetsOf(exact, overlap, inRight),
    group,
    exact,
    overlap,
    inRight,
    rank,
    tokens: spans.map(({ span: { first, last } }) => ({ first, last })),
  };
}

/** What each span is to be given: one answer a whole share, what nearly is one less. */
function targetsOf(
  exact: readonly number[],
  overlap: readonly number[],
  inRight: readonly boolean[],
): Float32Array {
  const worth = overlap.map((share, at) =>
    inRight[at] !== true || share < ALIKE ? 0 : exact[at] === 1 ? 1 : share - 0.6,
  );
  const total = worth.reduce((sum, value) => sum + value, 0);
  return Float32Array.from(worth, (value) => (total === 0 ? 0 : value / total));
}
