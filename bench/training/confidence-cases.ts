import { weighedFacts } from '../../src/answer/confidence.js';
import { rankSentences } from '../../src/answer/rank.js';
import type { Archive } from '../../src/archive/archive.js';
import type { Day } from '../../src/text/dates/calendar.js';
import { dossierArchive } from '../archives/dossier-archive.js';
import { ASKED_ON, squadArchive } from '../archives/squad-archive.js';
import { holdsAnswer } from '../metrics/answer-text.js';
import type { StartProgress } from '../progress.js';
import { type Dossier, holdsGold } from '../sets/dossiers.js';
import type { NewsSet } from '../sets/news.js';
import type { SquadSet } from '../sets/squad-set.js';
import { sample } from '../shuffle.js';

/** Where a question comes from, and how much all questions of that kind count together. */
export const SORTS = {
  /** SQuAD's questions over all of its articles. */
  answerable: 2,
  /** Made to look answerable on the same paragraphs. */
  adversarial: 4.5,
  /** Quiz questions about other things. */
  'off-topic': 30,
  /** Over a few paragraphs, as in a new archive: questions that these answer. */
  'answerable, few': 3,
  /** The same few paragraphs, and questions that other paragraphs of the same article answer: half-topic. */
  'half-topic, few': 2,
  'adversarial, few': 0.7,
  'off-topic, few': 1,
  /** News questions whose answer stands in the first sentence found, over thousands of articles. */
  'answerable, news': 1,
  /** Questions about what happened after the last article. */
  'after the archive, news': 40,
  /** Over five articles on one event: questions written for them. */
  'answerable, dossier': 16,
  'half-topic, dossier': 16,
  'off-topic, dossier': 3,
} as const;

export type Sort = keyof typeof SORTS;

/** A question with the facts about its best candidate. */
export interface ConfidenceCase {
  readonly sort: Sort;
  readonly facts: readonly number[];
  readonly answerable: boolean;
  /** The first sentence answers. */
  readonly right: boolean;
  /** Cases of one group are never split between learning and testing. */
  readonly group: string;
}

/** How many questions of each sort are looked at, at most. */
const SAMPLE = 1_400;
const FEW_PARAGRAPHS = 16;
const PER_FEW = { answerable: 30, halfTopic: 30, adversarial: 15, offTopic: 10 };

type Judge = (article: string, sentence: number, text: string) => boolean;

export async function squadCases(
  set: SquadSet,
  offTopic: readonly string[],
  start: StartProgress,
): Promise<ConfidenceCase[]> {
  const { archive, sentenceId } = await squadArchive(set);
  const answerable = sample(set.questions, SAMPLE);
  const adversarial = sample(set.unanswerable, SAMPLE);
  const progress = start('confidence, squad', answerable.length + adversarial.length + offTopic.length);
  const cases: ConfidenceCase[] = [];
  const add = async (item: Promise<ConfidenceCase>): Promise<void> => {
    cases.push(await item);
    progress.tick();
  };
  for (const { question, gold } of answerable) {
    const judge: Judge = (article, sentence) => gold.includes(sentenceId(article, sentence));
    await add(makeCase(archive, 'answerable', question, articleOf(gold[0]), judge, ASKED_ON));
  }
  for (const { id, question } of adversarial)
    await add(makeCase(archive, 'adversarial', question, id, null, ASKED_ON));
  for (const question of offTopic)
    await add(makeCase(archive, 'off-topic', question, question, null, ASKED_ON));
  progress.done();
  return cases;
}

/** Small archives of some paragraphs of one article; what its other paragraphs answer is half-topic to them. */
export async function fewCases(
  set: SquadSet,
  offTopic: readonly string[],
  start: StartProgress,
): Promise<ConfidenceCase[]> {
  const titles = [...new Set(set.paragraphs.map(({ id }) => articleOf(id)))];
  const progress = start('confidence, few paragraphs', titles.length);
  const cases: ConfidenceCase[] = [];
  for (const title of titles) {
    const paragraphs = set.paragraphs.filter(({ id }) => articleOf(id) === title);
    for (const held of [
      paragraphs.filter((_, at) => at % 5 < 2),
      paragraphs.filter((_, at) => at % 5 >= 2),
    ]) {
      cases.push(...(await casesOverFew(set, title, held.slice(0, FEW_PARAGRAPHS), offTopic)));
    }
    progress.tick();
  }
  progress.done();
  return cases;
}

async function casesOverFew(
  set: SquadSet,
  title: string,
  paragraphs: SquadSet['paragraphs'],
  offTopic: readonly string[],
): Promise<ConfidenceCase[]> {
  const held = new Set(paragraphs.map(({ id }) => id));
  const sentences = set.sentences.filter(({ paragraph }) => held.has(paragraph));
  const { archive, sentenceId } = await squadArchive({ ...set, paragraphs, sentences });
  const own = set.questions.filter(({ gold }) => articleOf(gold[0]) === title);
  const isHeld = ({ gold }: { readonly gold: readonly string[] }): boolean =>
    held.has((gold[0] ?? '').replace(/_\d+$/, ''));
  const adversarial = set.unanswerable.filter(({ paragraph }) => held.has(paragraph));
  const cases: ConfidenceCase[] = [];
  for (const { question, gold } of sample(own.filter(isHeld), PER_FEW.answerable)) {
    const judge: Judge = (article, sentence) => gold.includes(sentenceId(article, sentence));
    cases.push(await makeCase(archive, 'answerable, few', question, title, judge, ASKED_ON));
  }
  const others: readonly (readonly [Sort, readonly string[]])[] = [
    [
      'half-topic, few',
      sample(
        own.filter((question) => !isHeld(question)),
        PER_FEW.halfTopic,
      ).map(({ question }) => question),
    ],
    ['adversarial, few', sample(adversarial, PER_FEW.adversarial).map(({ question }) => question)],
    ['off-topic, few', sample(offTopic, PER_FEW.offTopic, title.length)],
  ];
  for (const [sort, questions] of others) {
    for (const question of questions)
      cases.push(await makeCase(archive, sort, question, title, null, ASKED_ON));
  }
  return cases;
}

export async function newsCases(
  set: NewsSet,
  archive: Archive,
  start: StartProgress,
): Promise<ConfidenceCase[]> {
  const progress = start('confidence, news', set.questions.length + set.afterTheArchive.length);
  const cases: ConfidenceCase[] = [];
  for (const { id, question, asked, answers } of set.questions) {
    const judge: Judge = (_article, _sentence, text) => holdsAnswer(text, answers);
    const item = await makeCase(archive, 'answerable, news', question, id, judge, asked);
    // Whether an answer is in the archive at all is not known where the first sentences hold none.
    if (item.right) cases.push(item);
    progress.tick();
  }
  for (const { id, question, asked } of set.afterTheArchive) {
    cases.push(await makeCase(archive, 'after the archive, news', question, id, null, asked));
    progress.tick();
  }
  progress.done();
  return cases;
}

export async function dossierCases(
  dossiers: readonly Dossier[],
  start: StartProgress,
): Promise<ConfidenceCase[]> {
  const progress = start('confidence, dossiers', dossiers.length);
  const cases: ConfidenceCase[] = [];
  for (const { name, articles, questions } of dossiers) {
    const archive = await dossierArchive(articles);
    for (const question of questions) {
      const sort: Sort =
        question.gold.length > 0
          ? 'answerable, dossier'
          : question.kind === 'off-topic'
            ? 'off-topic, dossier'
            : 'half-topic, dossier';
      const judge: Judge = (_article, _sentence, text) => holdsGold(text, question);
      const isAnswered = question.gold.length > 0;
      cases.push(await makeCase(archive, sort, question.question, name, isAnswered ? judge : null));
    }
    progress.tick();
  }
  progress.done();
  return cases;
}

/** @param judge tells whether a sentence answers; null for a question that none answers */
async function makeCase(
  archive: Archive,
  sort: Sort,
  question: string,
  group: string,
  judge: Judge | null,
  asked: Day | null = null,
): Promise<ConfidenceCase> {
  const ranked = await rankSentences(archive, question, asked);
  const [best] = ranked;
  return {
    sort,
    facts: weighedFacts(ranked),
    answerable: judge !== null,
    right:
      best !== undefined && (judge?.(best.article.id, best.sentence.number, best.sentence.text) ?? false),
    group,
  };
}

function articleOf(id = ''): string {
  return id.replace(/#.*$/, '');
}
