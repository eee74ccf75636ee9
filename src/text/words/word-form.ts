/** A word or number, with the forms by which it is compared. */
export interface Word {
  /** As it stands in the text, without a possessive ending. */
  readonly text: string;
  /** Lower case, accents folded, dots of abbreviations and commas of numbers gone: "u.s.", "5200", "soleimani". */
  readonly word: string;
  /** The stem of `word`: what the index holds. */
  readonly term: string;
  /** A function word, which the index does not hold. */
  readonly stop: boolean;
}

/** A word as it is written somewhere: one object for all places, which also keeps what is found out about it. */
export interface WordForm extends Word {
  /** See `rowOfForm` in lexicon/word-vectors.ts; undefined until it is first asked for. */
  row: number | undefined;
  /** The number of its term in a vocabulary, and which one that is; see `numberOfForm` in archive/vocabulary.ts. */
  number: number;
  vocabulary: number;
}
