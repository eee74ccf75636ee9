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
  /** The gists of all sentences and of the headline, one after another: one array takes less than one for each. */
  readonly #gists: Float32Array;
  readonly #hasGist: Uint8Array;
  #title: AnalysedText | null | undefined;

  constructor(article: ArchivedArticle) {
    const count = article.sentences.length;
    this.#article = article;
    this.#sentences = new Array(count);
    this.#gists = new Float32Array((count + 1) * VECTOR_SIZE);
    this.#hasGist = new Uint8Array(count + 1);
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

  /** What a sentence means: the sum of the vectors of its content words, weighed by how rare they are. */
  gist(number: number): Float32Array {
    return this.#gist(number, this.sentence(number));
  }

  get titleGist(): Float32Array {
    return this.#gist(this.#article.sentences.length, this.title);
  }

  #gist(row: number, text: AnalysedText | null): Float32Array {
    const gist = this.#gists.subarray(row * VECTOR_SIZE, (row + 1) * VECTOR_SIZE);
    if (this.#hasGist[row] === 1) return gist;
    for (const form of text?.forms ?? []) {
      if (form.stop) continue;
      const row = rowOfForm(form);
      addVectorAt(gist, row, rarityAt(row));
    }
    this.#hasGist[row] = 1;
    return gist;
  }
}

const analysed = new WeakMap<ArchivedArticle, AnalysedArticle>();

export function analysedArticle(article: ArchivedArticle): AnalysedArticle {
  const known = analysed.get(article);
  if (known !== undefined) return known;
  const made = new AnalysedArticle(article);
  analysed.set(article, made);
  return made;
}
