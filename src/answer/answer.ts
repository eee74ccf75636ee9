import type { Day } from '../text/dates/calendar.js';
import type { AnswerType } from './question/answer-type.js';

/** A verbatim quote with all that is needed to cite it. */
export interface Snippet {
  /** Substring of its article, white space aside: one to three sentences. */
  readonly text: string;
  /** Character offsets within `text` of the words that answer, `[start, end)`. */
  readonly highlight: readonly [number, number] | null;
  readonly source: Source;
  /** 0-based sentence numbers within the article, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** 1-based, as people count. */
  readonly paragraph: number;
  /** Where each of its sentences begins in `text`, and the 1-based paragraph that it stands in. */
  readonly sentences?: readonly { readonly start: number; readonly paragraph: number }[];
  /** It stands under a photo; captions are numbered on after the last paragraph. */
  readonly caption?: true;
  readonly score: number;
  /** Other articles that print the same words. */
  readonly alsoIn: readonly Source[];
}

/** Who said it where: what a citation is made of. */
export interface Source {
  readonly article: string;
  readonly title: string | null;
  /** The title, or the opening words where the article has none. */
  readonly label: string;
  readonly publisher: string | null;
  readonly published: string | null;
  /** When its text was last corrected, where it was. */
  readonly updated?: string;
  readonly url: string | null;
}

/** A short answer: a number, a day, a name, as the sources say it. */
export interface AnswerValue {
  /** As the best source prints it: "more than 5,000". */
  readonly value: string;
  /** Values with the same canonical form are the same. */
  readonly canonical: string;
  readonly type: AnswerType;
  /** The chance that it answers, 0 to 1. */
  readonly probability: number;
  /** Where the snippets of the answer say it. */
  readonly mentions: readonly ValueMention[];
  /** The day that a date means ("Sunday"), null for longer periods; of other values the day on which it was said, if known. */
  readonly day: Day | null;
}

export interface ValueMention {
  /** Position in `Answer.snippets`. */
  readonly snippet: number;
  /** Character offsets within that snippet's text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
}

/** How sure an answer is: shown as one, shown as what may be one, or not there. */
export type Verdict = 'answer' | 'maybe' | 'none';

export interface Answer {
  readonly question: string;
  readonly answered: true;
  readonly verdict: 'answer';
  /** Best first; never empty. */
  readonly snippets: readonly Snippet[];
  /** Likeliest first; only those that very likely answer. */
  readonly values: readonly AnswerValue[];
  /** Chance that the first snippet answers, 0 to 1. */
  readonly confidence: number;
  readonly reading: Reading;
  readonly considered: Considered;
  /** Names in the first snippet's sentence or headline that the question asks about. */
  readonly topics?: readonly string[];
}

export interface NoAnswer {
  readonly question: string;
  readonly answered: false;
  readonly verdict: 'maybe' | 'none';
  /** One plain sentence. */
  readonly reason: string;
  /** A word that is likely a slip of the pen. */
  readonly correction?: Correction | null;
  /** No article is about it: other sources might be. */
  readonly isUncovered?: boolean;
  /** The best quotes: what may answer where the verdict is *maybe*, else what is close. */
  readonly related: readonly Snippet[];
  /** Chance that the first related snippet answers, 0 to 1. */
  readonly confidence: number;
  readonly reading: Reading;
  readonly considered: Considered;
}

/** A slip of the pen, and what is likely meant. */
export interface Correction {
  readonly typed: string;
  readonly meant: string;
  /** The question with what is meant. */
  readonly question: string;
}

/** What was weighed before the verdict, for explanations. */
export interface Considered {
  /** Chance that the archive answers at all, 0 to 1. */
  readonly answerable: number;
  /** The likeliest values, shown or not. */
  readonly values: readonly { readonly value: string; readonly probability: number }[];
}

/** How the question was understood, for explanations. */
export interface Reading {
  /** The type of answer looked for, in plain words ("a number"). */
  readonly wanted: string;
  /** The question's words that counted, as typed. */
  readonly terms: readonly string[];
  /** Those of them that the first snippet holds, in itself or by a related word. */
  readonly matched: readonly string[];
  /** The earlier question that was read along with this one, in a follow-up. */
  readonly followsUp: string | null;
}

export interface AskOptions {
  /** How many snippets at most; 3 by default. */
  readonly top?: number;
  /** The question before this one in the same conversation: its terms are carried over with less weight. */
  readonly previous?: string;
  /** The day on which it is asked, for "this week"; without it only dates that say their year are understood. */
  readonly asked?: Day;
  /**
   * Nobody asked us: people talk to each other. Answered only where it surely is a question for anybody, and the
   * answer surely right.
   */
  readonly unasked?: boolean;
}
