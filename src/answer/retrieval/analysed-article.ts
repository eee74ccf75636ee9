import type { ArchivedArticle } from '../../archive/passage.js';
import { AnalysedText } from '../../text/analysed-text.js';
import { addVectorAt, rarityAt, rowOfForm, VECTOR_SIZE } from '../../text/lexicon/word-vectors.js';

/**
 * What reading an article for a question has brought to light: kept as long as the article is at hand, as questions come
 * back to the same ones. Each sentence is analysed when it is first looked at.
 */
export class AnalysedArticle {
  readonly #article: ArchivedArticle;
  readonly #sentences: (AnalysedText | undefined)[];
  /** Of each sentence, and behind them of the headline: which of all gists is its own; 0 where none was worked out. */
  readonly #gists: number[] = [];
  #title: AnalysedText | null | undefined;

  constructor(article: ArchivedArticle) {
    this.#article = article;
    this.#sentences = new Array(article.sentences.length);
  }

  /** Null where the article has no sentence of that number. */
  sentence(number: number): AnalysedText | null {
    const sentence = this.#article.sentences[number];
    if (sentence === undefined) return null;
    const analysed = this.#sentences[number] ?? new AnalysedText(sentence.text);
    this.#sentences[number] = analysed;
    return analysed;
  }

  /** The headline; of an article without one the first sentence, which says what it is about. */
  get title(): AnalysedText | null {
    if (this.#title === undefined) {
      const { title } = this.#article;
      this.#title = title === null ? this.sentence(0) : new AnalysedText(title);
    }
    return this.#title;
  }

  /** What a sentence means: the sum of the vectors of its content words, weighed by how rare they are. Good until the next are asked for. */
  gist(number: number): Float32Array {
    return this.#gist(number, this.sentence(number));
  }

  get titleGist(): Float32Array {
    return this.#gist(this.#article.sentences.length, this.title);
  }

  /** Adds the gist of a sentence to a sum. */
  addGist(sum: Float32Array, number: number): void {
    const gist = this.gist(number);
    for (let at = 0; at < VECTOR_SIZE; at++) sum[at] = (sum[at] ?? 0) + (gist[at] ?? 0);
  }

  #gist(number: number, text: AnalysedText | null): Float32Array {
    const known = this.#gists[number] ?? 0;
    if (known > gistsMade - GISTS_KEPT && known > 0) return roomOf(known);
    gistsMade += 1;
    this.#gists[number] = gistsMade;
    const gist = roomOf(gistsMade).fill(0);
    for (const form of text?.forms ?? []) {
      if (form.stop) continue;
      const row = rowOfForm(form);
      addVectorAt(gist, row, rarityAt(row));
    }
    return gist;
  }
}

// The gists made last share one array, over all articles: many small ones cost more to make, and to collect, than to fill.
const GISTS_KEPT = 1_000;
let gistsMade = 0;
let gists: Float32Array | undefined;

/** The place of a gist, by its number among all that were made. */
function roomOf(made: number): Float32Array {
  gists ??= new Float32Array(GISTS_KEPT * VECTOR_SIZE);
  const start = (made % GISTS_KEPT) * VECTOR_SIZE;
  return gists.subarray(start, start + VECTOR_SIZE);
}

const analysed = new WeakMap<ArchivedArticle, AnalysedArticle>();

export function analysedArticle(article: ArchivedArticle): AnalysedArticle {
  const known = analysed.get(article);
  if (known !== undefined) return known;
  const made = new AnalysedArticle(article);
  analysed.set(article, made);
  return made;
}
