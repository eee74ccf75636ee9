import { type ArchivedArticle, type Sentence, storySentences } from '../archive/passage.js';
import { type FigureMention, figureMentions } from '../digest/figures/figure-mentions.js';
import { isStatement, standsAlone } from '../digest/telling/stands-alone.js';
import { firstSentences } from '../digest/telling/story-sentences.js';
import { indexTerms } from '../text/analyser.js';

/** News says early what happened; sentences further down are background. */
const SENTENCES = 12;

/** A sentence with the terms that it holds, each once. */
export interface ToldSentence {
  readonly sentence: Sentence;
  readonly terms: ReadonlySet<string>;
}

/** What an article says, as far as it is compared with others. Each part is worked out when first asked for, and kept. */
export class ToldArticle {
  #telling: readonly ToldSentence[] | null = null;
  #terms: ReadonlySet<string> | null = null;
  #figures: readonly FigureMention[] | null = null;

  constructor(readonly article: ArchivedArticle) {}

  /** The early sentences that can be read by themselves. */
  get telling(): readonly ToldSentence[] {
    this.#telling ??= tellingSentences(this.article).map((sentence) => ({
      sentence,
      terms: new Set(indexTerms(sentence.text)),
    }));
    return this.#telling;
  }

  /** All terms of title and text. */
  get terms(): ReadonlySet<string> {
    const { title, sentences } = this.article;
    this.#terms ??= new Set([title ?? '', ...sentences.map(({ text }) => text)].flatMap(indexTerms));
    return this.#terms;
  }

  /** The figures that it gives for its event. Finding them takes longest. */
  get figures(): readonly FigureMention[] {
    this.#figures ??= firstSentences([this.article]).flatMap(figureMentions);
    return this.#figures;
  }
}

/** Returns the early sentences of an article that can be read by themselves. */
export function tellingSentences(article: ArchivedArticle): readonly Sentence[] {
  return storySentences(article)
    .slice(0, SENTENCES)
    .filter(({ text }) => isStatement(text) && standsAlone(text));
}
