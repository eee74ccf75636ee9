import { createHash } from 'node:crypto';
import { type MissedQuestion, missedQuestions } from '../../../store/questions.js';
import type { BotContext } from '../../bot-context.js';

/** Questions that ask the same, the most frequent wording first. */
export interface MissedGroup {
  /** Names it in a button: a hash of one of its questions. */
  readonly key: string;
  readonly questions: readonly MissedQuestion[];
  readonly unanswered: number;
  readonly notIt: number;
  /** Days, in UTC. */
  readonly firstAsked: string;
  readonly lastAsked: string;
}

/** The most wordings that are compared; the time grows with the square of their number. */
const MOST = 100;

/** Reads the missed questions of a server, grouped by what they ask, the most frequent first. */
export async function missedGroups(
  { store, service, queue }: Pick<BotContext, 'store' | 'service' | 'queue'>,
  guild: string,
): Promise<MissedGroup[]> {
  const missed = await missedQuestions(store, guild, MOST);
  if (missed.length === 0) return [];
  const groups = await queue.run(() => service.groupQuestions(missed.map(({ question }) => question)));
  return groups
    .map((places) => groupOf(places.flatMap((at) => missed[at] ?? [])))
    .sort((a, b) => timesMissed(b) - timesMissed(a) || (a.lastAsked < b.lastAsked ? 1 : -1));
}

/** Whether a group is the one that a button names, perhaps with other wordings by now. */
export function isNamed({ questions }: MissedGroup, key: string): boolean {
  return questions.some((question) => keyOf(question) === key);
}

function groupOf(questions: readonly MissedQuestion[]): MissedGroup {
  const days = questions.flatMap(({ firstAsked, lastAsked }) => [firstAsked, lastAsked]).toSorted();
  const [first] = questions;
  return {
    key: first === undefined ? '' : keyOf(first),
    questions,
    unanswered: questions.reduce((sum, question) => sum + question.unanswered, 0),
    notIt: questions.reduce((sum, question) => sum + question.notIt, 0),
    firstAsked: days[0] ?? '',
    lastAsked: days.at(-1) ?? '',
  };
}

function timesMissed({ unanswered, notIt }: MissedGroup): number {
  return unanswered + notIt;
}

function keyOf({ folded }: MissedQuestion): string {
  return createHash('sha256').update(folded).digest('base64url').slice(0, 16);
}
