import { searchedWords } from '../../src/answer/question/intent.js';
import { readQuestion } from '../../src/answer/question/question.js';
import { FEATURE_NAMES } from '../../src/answer/ranking/features/index.js';
import { type RankedSentence, rankAmong, rankSentences } from '../../src/answer/ranking/rank.js';
import type { Archive } from '../../src/archive/archive.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { dossierArchive } from '../archives/dossier-archive.js';
import type { SquadArchive } from '../archives/squad-archive.js';
import { candidateArticles } from '../engines/clippings-candidates.js';
import { holdsAnswer } from '../metrics/answer-text.js';
import type { StartProgress } from '../progress.js';
import { type Dossier, holdsGold } from '../sets/dossiers.js';
import type { MembersQuestion } from '../sets/members.js';
import type { NewsQuestion } from '../sets/news.js';
import type { SelectionQuestion } from '../sets/selection.js';
import type { SquadSet } from '../sets/squad-set.js';
import type { TrainingList } from './listwise.js';

/** One list a question of SQuAD; lists of one article share a group. */
export async function squadLists(set: SquadSet, { archive, sentenceId }: SquadArchive, start: StartProgress) {
  return eachQuestion('squad', set.questions, start, async ({ question, gold }) => {
    const ranked = await rankSentences(archive, question);
    const group = gold[0]?.replace(/#.*$/, '') ?? '';
    return toList(ranked, group, ({ article, sentence }) =>
      gold.includes(sentenceId(article.id, sentence.number)),
    );
  });
}

/**
 * One list a question of answer-sentence selection.
 * @param arrangement whether its candidates are sentences of one article, in their order, or stand each alone
 */
export async function selectionLists(
  name: string,
  questions: readonly SelectionQuestion[],
  arrangement: 'together' | 'apart',
  start: StartProgress,
) {
  const articles = new Map(
    questions.map((question) => [question.id, candidateArticles(question, arrangement)]),
  );
  const archive = await buildArchive([...articles.values()].flat());
  return eachQuestion(name, questions, start, async ({ id, question, candidates }) => {
    const among = (articles.get(id) ?? []).flatMap((article) =>
      article.sentences.map((sentence) => ({ article, sentence })),
    );
    const right = new Set(
      among.filter((_, index) => candidates[index]?.right).map(({ sentence }) => sentence),
    );
    return toList(await rankAmong(archive, question, among), `${name} ${id}`, ({ sentence }) =>
      right.has(sentence),
    );
  });
}

/** One list a news question: a sentence is right that holds an answer. */
export async function newsLists(questions: readonly NewsQuestion[], archive: Archive, start: StartProgress) {
  return eachQuestion('news', questions, start, async ({ id, question, asked, answers }) =>
    toList(await rankSentences(archive, question, asked), `news ${id}`, ({ sentence }) =>
      holdsAnswer(sentence.text, answers),
    ),
  );
}

/** One list a member's question that the archive answers: a sentence is right that a pattern matches, alone or with a neighbour. */
export async function membersLists(
  questions: readonly MembersQuestion[],
  archive: Archive,
  start: StartProgress,
) {
  const answerable = questions.filter((question) => question.answerable);
  return eachQuestion('members', answerable, start, async (question) => {
    const ranked = await rankSentences(archive, readMembersQuestion(question), question.asked);
    const matches = (text: string): boolean => question.quote.some((pattern) => pattern.test(text));
    const alone = (one: RankedSentence): boolean => matches(one.sentence.text);
    const group = `members ${question.articles[0] ?? question.id}`;
    return toList(ranked, group, ranked.some(alone) ? alone : (one) => matches(withNeighbours(one)));
  });
}

/** A member's question as the program reads it, without greetings and thanks. */
export function readMembersQuestion({ question, previous }: Pick<MembersQuestion, 'question' | 'previous'>) {
  return readQuestion(searchedWords(question), previous === null ? null : searchedWords(previous));
}

function withNeighbours({ article, sentence: { number } }: RankedSentence): string {
  return article.sentences
    .slice(Math.max(0, number - 1), number + 2)
    .map(({ text }) => text)
    .join(' ');
}

/** One list a question that a dossier answers, over its few articles. */
export async function dossierLists(dossiers: readonly Dossier[], start: StartProgress) {
  const lists: TrainingList[] = [];
  for (const { name, articles, questions } of dossiers) {
    const archive = await dossierArchive(articles);
    const answered = questions.filter(({ gold }) => gold.length > 0);
    lists.push(
      ...(await eachQuestion(name, answered, start, async (question) =>
        toList(await rankSentences(archive, question.question), name, ({ sentence }) =>
          holdsGold(sentence.text, question),
        ),
      )),
    );
  }
  return lists;
}

async function eachQuestion<Q>(
  name: string,
  questions: readonly Q[],
  start: StartProgress,
  makeList: (question: Q) => Promise<TrainingList>,
): Promise<TrainingList[]> {
  const progress = start(name, questions.length);
  const lists: TrainingList[] = [];
  for (const question of questions) {
    lists.push(await makeList(question));
    progress.tick();
  }
  progress.done();
  return lists;
}

function toList(
  ranked: readonly RankedSentence[],
  group: string,
  isRight: (ranked: RankedSentence) => boolean,
): TrainingList {
  const width = FEATURE_NAMES.length;
  const features = new Float32Array(ranked.length * width);
  for (const [row, { features: values }] of ranked.entries()) features.set(values, row * width);
  return { features, width, group, right: ranked.flatMap((item, row) => (isRight(item) ? [row] : [])) };
}
