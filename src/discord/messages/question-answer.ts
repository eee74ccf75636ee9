import type { Place } from '../../store/questions.js';
import type { Outgoing } from '../rendering/message.js';

/** A question that found no answer, which the operator should know of. */
export interface Missed {
  readonly question: string;
  readonly place: Place;
}

/** An answer; `missed` is to be kept once the answer is shown, when it is known with which message it should go. */
export interface QuestionAnswer {
  readonly outgoing: Outgoing;
  readonly missed?: Missed;
  /** It concerns whoever asks, and nobody else: a refusal, a word in small talk. */
  readonly concernsAsker?: boolean;
}
