import type { Day } from '../text/dates/calendar.js';

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

/** One of several values that sources give for the same thing. */
export interface Figure {
  /** As printed in a source: "more than 5,000". */
  readonly value: string;
  /** Positions in `Answer.snippets` of the snippets that give it. */
  readonly snippets: readonly number[];
}

export interface Answer {
  readonly question: string;
  readonly answered: true;
  /** Best first; never empty. */
  readonly snippets: readonly Snippet[];
  /** Empty unless several sources answer a count, date or amount question. */
  readonly figures: readonly Figure[];
  /** Chance that the first snippet answers, 0 to 1. */
  readonly confidence: number;
  readonly reading: Reading;
}

export interface NoAnswer {
  readonly question: string;
  readonly answered: false;
  /** One plain sentence. */
  readonly reason: string;
  /** Near misses: shown as such, never as an answer. */
  readonly related: readonly Snippet[];
  readonly confidence: number;
  readonly reading: Reading;
}

/** How the question was understood, for explanations. */
export interface Reading {
  /** The kind of answer looked for, in plain words ("a count of troops"). */
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
}
