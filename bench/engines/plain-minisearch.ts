import MiniSearch, { type Options } from 'minisearch';
import { stem } from '../../src/text/stems.js';

/** As MiniSearch comes, or with what any careful user would add: a stop list and Porter2 stems. */
export type PlainFlavour = 'plain' | 'stems';

export const PLAIN_NAMES: Readonly<Record<PlainFlavour, string>> = {
  plain: 'MiniSearch',
  stems: 'MiniSearch + stems',
};

export interface PlainDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

export interface PlainHit {
  readonly id: string;
  readonly score: number;
}

/** Function words only. The list is the yardstick's own, so that it stays as it is when Clippings' list changes. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about an and any are as at be because been being both but by can d did do does doing don each for from had has
  have having he her here hers herself him himself his how i if in into is it its itself just ll m me my myself now of
  on or our ours ourselves re s she should so some such t than that the their theirs them themselves then there these
  they this those to too ve very was we were what when where which who whom why will with you your yours yourself
  yourselves`.split(/\s+/),
);

/** Where MiniSearch cuts words. */
const SPACE_OR_PUNCTUATION = /[\n\r\p{Z}\p{P}]+/u;

/** MiniSearch over whole documents, words joined by OR, as its documentation starts. */
export class PlainMiniSearch {
  readonly #miniSearch: MiniSearch<PlainDocument>;
  readonly #flavour: PlainFlavour;

  /** @param fields `title` counts no more than `text`, as it comes */
  constructor(flavour: PlainFlavour, documents: readonly PlainDocument[], fields = ['text']) {
    this.#flavour = flavour;
    this.#miniSearch = new MiniSearch<PlainDocument>({
      fields,
      ...plainOptions(flavour),
    });
    this.#miniSearch.addAll(documents);
  }

  /** Best first. */
  search(question: string): PlainHit[] {
    return this.#miniSearch.search(question);
  }

  /** Scores of some of the documents; those that share no word with the question are absent. */
  scoresOf(question: string, ids: ReadonlySet<string>): ReadonlyMap<string, number> {
    const hits = this.#miniSearch.search(question, { filter: ({ id }) => ids.has(id) });
    return new Map(hits.map(({ id, score }) => [id, score]));
  }

  /** What such an engine has for a confidence: the best score per word searched for; 0 when nothing matches. */
  scorePerTerm(hits: readonly PlainHit[], question: string): number {
    const searched = this.#flavour === 'stems' ? contentWords(question) : wordsOf(question);
    return (hits[0]?.score ?? 0) / Math.max(1, searched.length);
  }
}

/** What MiniSearch is told beside the fields. */
export function plainOptions(flavour: PlainFlavour): Pick<Options, 'processTerm'> {
  return flavour === 'stems' ? { processTerm: stemmed } : {};
}

/** The words of a text that are not on the stop list, as they stand there. */
export function contentWords(text: string): string[] {
  return wordsOf(text).filter((word) => stemmed(word) !== null);
}

/** The stems of a text's words without those of the stop list. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => stemmed(word) ?? []);
}

function wordsOf(text: string): string[] {
  return text.split(SPACE_OR_PUNCTUATION).filter((word) => word !== '');
}

function stemmed(word: string): string | null {
  const lower = word.toLowerCase();
  return STOP_WORDS.has(lower) ? null : stem(lower);
}
