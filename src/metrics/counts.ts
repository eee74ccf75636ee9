/** How a question can end. Errors that a person reads are told apart by their codes, as far as these are known here. */
export const QUESTION_OUTCOMES = [
  'answered',
  'unanswered',
  // Too many waited.
  'busy',
  'too_slow',
  'restarting',
  // The archive was being opened again, or out of reach.
  'archive_away',
  // Empty, too long, and the like.
  'refused',
  'fault',
] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

export const DIGEST_OUTCOMES = ['sent', 'empty', 'waiting', 'skipped', 'failed'] as const;
export type DigestOutcome = (typeof DIGEST_OUTCOMES)[number];

/** What is counted when it happens. Nothing of what members write, and no name, is ever part of it. */
export interface Counts {
  /** @param seconds from when it was asked until it was known how it ends */
  question(outcome: QuestionOutcome, seconds: number): void;
  /** `waiting` is an attempt that failed and is repeated. */
  digest(outcome: DigestOutcome): void;
  /** @param added how many articles came in, or changed */
  feedPoll(poll: { readonly isRead: boolean; readonly added: number }): void;
}

/** Where nobody wants to know. */
export const UNCOUNTED: Counts = { question: () => {}, digest: () => {}, feedPoll: () => {} };
