/** Find the sentence that answers, among all sentences of the set (ReQA, Ahmad et al. 2019). */
export interface SquadSet {
  readonly paragraphs: readonly SquadParagraph[];
  readonly sentences: readonly SquadSentence[];
  readonly questions: readonly SquadQuestion[];
  /** Adversarial questions on the same paragraphs that they do not answer; empty for SQuAD 1.1. */
  readonly unanswerable: readonly {
    readonly id: string;
    readonly question: string;
    readonly paragraph: string;
  }[];
}

export interface SquadParagraph {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface SquadSentence {
  readonly id: string;
  readonly paragraph: string;
  /** Character offsets within the paragraph, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface SquadQuestion {
  readonly id: string;
  readonly question: string;
  /** Ids of the sentences that answer; never empty. */
  readonly gold: readonly string[];
  /** Makes sense without its paragraph; null where the file does not say. */
  readonly unambiguous: boolean | null;
  readonly answers: readonly string[];
}
