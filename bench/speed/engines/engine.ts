/** What every engine is given: a line of `passages.tsv`. */
export interface PassageLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Where the collection of one size lies. */
export interface Collection {
  /** Tab-separated: id, title, text. */
  readonly passagesFile: string;
  /** The same articles as Markdown files, which Clippings reads. */
  readonly articlesFolder: string;
}

/** A search engine as somebody would use it who reads its documentation. */
export interface SpeedEngine {
  /** Indexes the collection and saves the index into the folder. */
  build(collection: Collection, folder: string): Promise<void>;
  /** What is done at every start: makes the saved index ready for the first question. */
  open(collection: Collection, folder: string): Promise<OpenIndex>;
}

export interface OpenIndex {
  /** Ids of the best passages, best first; at most `HITS`. */
  search(question: string): Promise<readonly string[]>;
  /** Of an engine that quotes something else than the passages that all have. */
  readonly textOf?: (id: string) => Promise<string>;
}

/** So many passages are asked for: enough for a thousand characters. */
export const HITS = 20;
