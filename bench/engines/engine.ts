import type { Day } from '../../src/text/dates/calendar.js';
import type { MembersQuestion } from '../sets/members.js';
import type { SelectionQuestion } from '../sets/selection.js';

/** An engine that ranks the sentences of a set. */
export interface SentenceEngine {
  readonly name: string;
  /** Ids of sentences, best first, and how sure the engine is that the set answers at all (any scale). */
  rank(question: string): Promise<{ readonly ids: readonly string[]; readonly confidence: number }>;
  /** What a person would be shown; absent from engines that only rank. */
  readonly answer?: (question: string) => Promise<ShownAnswer>;
}

/** What a person is shown for a question over a set of sentences. */
export interface ShownAnswer {
  readonly answered: boolean;
  /** Chance that the first quote answers, 0 to 1. */
  readonly confidence: number;
  /** Ids of the first quote's sentences; empty when nothing was shown. */
  readonly sentences: readonly string[];
  /** The words of the first quote that are highlighted. */
  readonly highlight: string | null;
  /** The first quote, or the first near miss. */
  readonly text: string;
}

/** An engine that quotes articles. */
export interface QuoteEngine {
  readonly name: string;
  /** @param asked the day on which it is asked, if known */
  quote(question: string, asked?: Day | null): Promise<Quotes>;
}

export interface Quotes {
  readonly answered: boolean;
  /** Null: the engine has no say in it. */
  readonly confidence: number | null;
  /** Best first. */
  readonly quotes: readonly { readonly text: string; readonly article: string }[];
  /** What is offered beside a refusal. */
  readonly related: readonly { readonly text: string; readonly article: string }[];
}

/** An engine that scores candidate sentences of one question. */
export interface CandidateEngine {
  readonly name: string;
  /** One score a candidate, in their order; higher is better. */
  score(question: SelectionQuestion): Promise<readonly number[]>;
}

/** What a member is shown for a question. */
export interface ShownToMember {
  readonly verdict: 'answer' | 'maybe' | 'none';
  /** The quotes of an answer, or those under "This may answer it"; best first. */
  readonly quotes: readonly { readonly text: string; readonly bold: string | null }[];
  /** The line of values above the quotes. */
  readonly values: readonly string[];
  /** Chance that the first quote answers. */
  readonly confidence: number;
  /** Chance that the archive answers at all. */
  readonly answerable: number;
  /** Processor time, milliseconds. */
  readonly time: number;
}

export interface MembersEngine {
  readonly name: string;
  ask(question: MembersQuestion): Promise<ShownToMember>;
}
