import { gatherMentions, supportOf } from '../../src/answer/extraction/gather.js';
import { type RankedSentence, rankSentences } from '../../src/answer/ranking/rank.js';
import type { Archive } from '../../src/archive/archive.js';
import type { SquadArchive } from '../archives/squad-archive.js';
import { holdsAnswer, tokenF1 } from '../metrics/answer-text.js';
import type { StartProgress } from '../progress.js';
import type { MembersQuestion } from '../sets/members.js';
import type { NewsQuestion } from '../sets/news.js';
import type { SquadSet } from '../sets/squad-set.js';
import { readMembersQuestion } from './ranking-lists.js';
import { valueEvidence } from './value-evidence.js';

/** The values that a question's best sentences hold, each where it is said, and whether it answers. */
export interface ValueList {
  readonly set: 'members' | 'news' | 'squad';
  /** Lists of one group are never split between learning and testing. */
  readonly group: string;
  readonly mentions: readonly ValueCase[];
}

export interface ValueCase {
  readonly evidence: readonly (readonly [name: string, value: number])[];
  readonly canonical: string;
  readonly right: boolean;
}

/** From this agreement of words with an answer of SQuAD on a value is right. */
const AGREEMENT = 0.5;

/** Members' questions that want a short answer, and those that nothing answers: there every value is wrong. */
export async function membersValues(
  questions: readonly MembersQuestion[],
  archive: Archive,
  start: StartProgress,
): Promise<ValueList[]> {
  const judged = questions.filter(({ answerable, value }) => !answerable || value.length > 0);
  return each('members, values', judged, start, async (question) => {
    const ranked = await rankSentences(archive, readMembersQuestion(question), question.asked);
    const isRight = (text: string): boolean =>
      question.answerable && question.value.some((pattern) => pattern.test(text));
    return valueList('members', `members ${question.articles[0] ?? question.id}`, ranked, isRight);
  });
}

export async function newsValues(
  questions: readonly NewsQuestion[],
  archive: Archive,
  start: StartProgress,
): Promise<ValueList[]> {
  return each('news, values', questions, start, async ({ id, question, asked, answers }) =>
    valueList('news', `news ${id}`, await rankSentences(archive, question, asked), (text) =>
      holdsAnswer(text, answers),
    ),
  );
}

export async function squadValues(
  questions: SquadSet['questions'],
  { archive }: SquadArchive,
  start: StartProgress,
): Promise<ValueList[]> {
  return each('squad, values', questions, start, async ({ question, gold, answers }) =>
    valueList(
      'squad',
      gold[0]?.replace(/#.*$/, '') ?? '',
      await rankSentences(archive, question),
      (text) => tokenF1(text, answers) >= AGREEMENT,
    ),
  );
}

function valueList(
  set: ValueList['set'],
  group: string,
  ranked: readonly RankedSentence[],
  isRight: (text: string) => boolean,
): ValueList {
  const mentions = gatherMentions(ranked);
  const support = supportOf(mentions);
  return {
    set,
    group,
    mentions: mentions.flatMap((mention) => {
      const of = support.get(mention.canonical);
      if (of === undefined) return [];
      const { start, end } = mention.span;
      return [
        {
          evidence: valueEvidence(mention, of),
          canonical: mention.canonical,
          right: isRight(mention.sentence.analysed.text.slice(start, end)),
        },
      ];
    }),
  };
}

async function each<Q, T>(
  name: string,
  questions: readonly Q[],
  start: StartProgress,
  make: (question: Q) => Promise<T>,
): Promise<T[]> {
  const progress = start(name, questions.length);
  const made: T[] = [];
  for (const question of questions) {
    made.push(await make(question));
    progress.tick();
  }
  progress.done();
  return made;
}
