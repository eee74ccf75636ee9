/**
 * How a question can end. `UserError`s are told apart by their codes; codes that are not known here count as
 * `refused`.
 */
export const QUESTION_OUTCOMES = [
  'answered',
  'unanswered',
  // Too many questions were waiting.
  'busy',
  'too_slow',
  'restarting',
  // The archive was being reopened, or out of reach.
  'archive_away',
  // The question was empty, too long or the like.
  'refused',
  'fault',
] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

export const DIGEST_OUTCOMES = ['sent', 'empty', 'waiting', 'skipped', 'failed'] as const;
export type DigestOutcome = (typeof DIGEST_OUTCOMES)[number];

/** Counts events as they happen. Counts never hold names or anything that members write. */
export interface Counts {
  /** @param seconds from the question to its outcome */
  question(outcome: QuestionOutcome, seconds: number): void;
  /** `waiting` is a failed attempt that will be repeated. */
  digest(outcome: DigestOutcome): void;
  /** @param added how many articles were added or changed */
  feedPoll(poll: { readonly isRead: boolean; readonly added: number }): void;
}

/** Counts nothing. For use where nobody reads the figures. */
export const UNCOUNTED: Counts = { question: () => {}, digest: () => {}, feedPoll: () => {} };
