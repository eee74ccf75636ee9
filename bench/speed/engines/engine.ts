/** What every engine is given: a line of `passages.tsv`. */
export interface PassageLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Where the collection of one size is stored. */
export interface Collection {
  /** Tab-separated: id, title, text. */
  readonly passagesFile: string;
  /** The same articles as Markdown files, for Clippings. */
  readonly articlesFolder: string;
}

/** A search engine, used as its documentation recommends. */
export interface SpeedEngine {
  /** Indexes the collection and saves the index into the folder. */
  build(collection: Collection, folder: string): Promise<void>;
  /** Makes the saved index ready for the first question, as at every start. */
  open(collection: Collection, folder: string): Promise<OpenIndex>;
}

export interface OpenIndex {
  /** Returns the ids of the best passages, best first; at most `HITS`. */
  search(question: string): Promise<readonly string[]>;
  /** Returns the text of an id, for an engine that quotes something other than the shared passages. */
  readonly textOf?: (id: string) => Promise<string>;
}

/** How many passages are asked for: enough for a thousand characters. */
export const HITS = 20;
