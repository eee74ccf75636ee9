import { answerabilityFeatures } from '../../src/answer/answerability/features.js';
import { type CandidateValue, likelyValues, type ValueWeights } from '../../src/answer/extraction/values.js';
import { readQuestion } from '../../src/answer/question/question.js';
import { selectQuotes } from '../../src/answer/quotes/select.js';
import { type RankedSentence, rankSentences } from '../../src/answer/ranking/rank.js';
import type { Archive } from '../../src/archive/archive.js';
import type { Day } from '../../src/text/dates/calendar.js';
import { dossierArchive } from '../archives/dossier-archive.js';
import { ASKED_ON, type SquadArchive } from '../archives/squad-archive.js';
import type { StartProgress } from '../progress.js';
import { type Dossier, holdsGold } from '../sets/dossiers.js';
import type { MembersQuestion } from '../sets/members.js';
import type { NewsSet } from '../sets/news.js';
import type { SquadSet } from '../sets/squad-set.js';
import { sample } from '../shuffle.js';
import { readMembersQuestion } from './ranking-lists.js';

/** A question with what tells whether the archive answers it. */
export interface AnswerabilityCase {
  /** Where it comes from: what its weight goes by. */
  readonly sort: 'members' | 'squad' | 'later' | 'dossiers';
  readonly features: readonly number[];
  readonly answerable: boolean;
  /** The first quote answers. */
  readonly right: boolean;
  /** Cases of one group are never split between learning and testing. */
  readonly group: string;
  /** The likeliest value, where it is told whether it is right. */
  readonly value: { readonly type: string; readonly chance: number; readonly right: boolean } | null;
  /** Looks answerable, and is not. */
  readonly near: boolean;
}

/** Weights for the values of a group's questions that were learned without it. */
export type WeightsFor = (group: string) => ValueWeights;

export async function membersCases(
  questions: readonly MembersQuestion[],
  archive: Archive,
  weightsFor: WeightsFor,
  start: StartProgress,
): Promise<AnswerabilityCase[]> {
  const progress = start('members, answerability', questions.length);
  const cases: AnswerabilityCase[] = [];
  for (const question of questions) {
    const { answerable, quote, value, asked } = question;
    const group = `members ${question.articles[0] ?? question.id}`;
    const ranked = await rankSentences(archive, readMembersQuestion(question), asked);
    const values = likelyValues(ranked, weightsFor(group));
    cases.push({
      ...(caseOf(ranked, values) ?? NOTHING),
      sort: 'members',
      answerable,
      near: question.group === 'near',
      right: answerable && isQuoted(ranked, (text) => quote.some((pattern) => pattern.test(text))),
      group,
      value: !answerable || value.length > 0 ? judged(values, answerable ? value : []) : null,
    });
    progress.tick();
  }
  progress.done();
  return cases;
}

/** Questions of SQuAD, and those that were made to look answerable on the same paragraphs. */
export async function squadCases(
  set: SquadSet,
  { archive, sentenceId }: SquadArchive,
  size: number,
  weightsFor: WeightsFor,
  start: StartProgress,
): Promise<AnswerabilityCase[]> {
  const answered = sample(set.questions, size);
  const open = sample(set.unanswerable, size);
  const progress = start('squad, answerability', answered.length + open.length);
  const cases: AnswerabilityCase[] = [];
  for (const { question, gold } of answered) {
    const group = gold[0]?.replace(/#.*$/, '') ?? '';
    const ranked = await rankSentences(archive, question, ASKED_ON);
    const [quote] = selectQuotes(ranked, 1, 0);
    const quoted = quote === undefined ? [] : numbers(quote.snippet.first, quote.snippet.last);
    cases.push({
      ...(caseOf(ranked, likelyValues(ranked, weightsFor(group))) ?? NOTHING),
      sort: 'squad',
      answerable: true,
      near: false,
      right: quoted.some((number) => gold.includes(sentenceId(quote?.sentence.article.id ?? '', number))),
      group,
      value: null,
    });
    progress.tick();
  }
  for (const { question, paragraph } of open) {
    const group = paragraph.replace(/#.*$/, '');
    const ranked = await rankSentences(archive, question, ASKED_ON);
    cases.push(missed('squad', group, ranked, likelyValues(ranked, weightsFor(group)), true));
    progress.tick();
  }
  progress.done();
  return cases;
}

/** Questions about what came after the archive's last article. */
export async function laterCases(
  news: NewsSet,
  archive: Archive,
  size: number,
  start: StartProgress,
): Promise<AnswerabilityCase[]> {
  const questions = sample(news.afterTheArchive, size);
  const progress = start('later questions, answerability', questions.length);
  const cases: AnswerabilityCase[] = [];
  for (const { id, question, asked } of questions) {
    const ranked = await rankSentences(archive, question, asked);
    cases.push(missed('later', `later ${id}`, ranked, likelyValues(ranked), false));
    progress.tick();
  }
  progress.done();
  return cases;
}

/** Questions over a few articles on one event, as a new archive has them. */
export async function dossierCases(
  dossiers: readonly Dossier[],
  start: StartProgress,
): Promise<AnswerabilityCase[]> {
  const cases: AnswerabilityCase[] = [];
  for (const { name, articles, questions } of dossiers) {
    const archive = await dossierArchive(articles);
    const progress = start(`${name}, answerability`, questions.length);
    const asked: Day | null =
      articles
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? null;
    for (const question of questions) {
      const ranked = await rankSentences(archive, readQuestion(question.question), asked);
      const values = likelyValues(ranked);
      const answerable = question.gold.length > 0;
      cases.push({
        ...missed('dossiers', name, ranked, values, question.kind !== 'off-topic'),
        answerable,
        right: answerable && isQuoted(ranked, (text) => holdsGold(text, question)),
      });
      progress.tick();
    }
    progress.done();
  }
  return cases;
}

const NOTHING = { features: [] as readonly number[] };

function caseOf(
  ranked: readonly RankedSentence[],
  values: readonly CandidateValue[],
): Pick<AnswerabilityCase, 'features'> | null {
  const features = answerabilityFeatures({ ranked, values, quote: selectQuotes(ranked, 1, 0)[0] });
  return features === null ? null : { features };
}

function missed(
  sort: AnswerabilityCase['sort'],
  group: string,
  ranked: readonly RankedSentence[],
  values: readonly CandidateValue[],
  near: boolean,
): AnswerabilityCase {
  const { features } = caseOf(ranked, values) ?? NOTHING;
  return { sort, features, answerable: false, right: false, group, value: null, near };
}

function isQuoted(ranked: readonly RankedSentence[], isRight: (text: string) => boolean): boolean {
  const [quote] = selectQuotes(ranked, 1, 0);
  return quote !== undefined && isRight(quote.snippet.text);
}

function judged(values: readonly CandidateValue[], right: readonly RegExp[]): AnswerabilityCase['value'] {
  const [best] = values;
  if (best === undefined) return null;
  const { sentence, span, type } = best.mention;
  const text = sentence.analysed.text.slice(span.start, span.end);
  return { type, chance: best.probability, right: right.some((pattern) => pattern.test(text)) };
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
