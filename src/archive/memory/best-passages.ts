/** A passage that a search scored. */
export interface ScoredPassage {
  /** Id of its article. */
  readonly article: string;
  /** Its number within the article. */
  readonly passage: number;
  readonly score: number;
}

/** Keeps the best passages seen so far, sorted by score; equal scores are sorted by article and passage. */
export class BestPassages {
  readonly #limit: number;
  readonly #best: ScoredPassage[] = [];

  /** @param limit at least 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The score that a passage needs to be among the best. */
  get threshold(): number {
    return this.#best.length < this.#limit ? 0 : (this.#best.at(-1)?.score ?? 0);
  }

  offer(passage: ScoredPassage): void {
    if (passage.score <= 0 || passage.score < this.threshold) return;
    this.#best.splice(this.#positionOf(passage), 0, passage);
    if (this.#best.length > this.#limit) this.#best.pop();
  }

  /** Best first. */
  list(): readonly ScoredPassage[] {
    return this.#best;
  }

  #positionOf(passage: ScoredPassage): number {
    let low = 0;
    let high = this.#best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#best[middle];
      if (other !== undefined && comesBefore(other, passage)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function comesBefore(a: ScoredPassage, b: ScoredPassage): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.article === b.article ? a.passage < b.passage : a.article < b.article;
}
