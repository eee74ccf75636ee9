import type { Archive } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { archiveWeights } from '../digest/archive-weights.js';
import { articleTerms } from '../digest/stories/group-stories.js';
import { plainTitle, TITLE_PATTERNS } from '../digest/stories/title-patterns.js';
import { inverseFrequency } from '../digest/term-vector.js';
import { ABOUT, chanceAbout } from './aboutness.js';
import { wordsOfArticle } from './read-article.js';
import { StoryIndex } from './story-index.js';
import { readSubject } from './subject.js';
import { WordIndex } from './word-index.js';

/** After the archive has grown by this share, words are weighed again. */
const GROWN = 0.05;

/** All watches, indexed: which of them want to hear of an article? */
export class WatchIndex {
  readonly #words = new WordIndex();
  readonly #stories = new StoryIndex();
  /** How much each watched term tells. */
  #weights = new Map<string, number>();
  #weighedAt = 0;

  /** Adds a watch for words. The words are weighed by `weigh`. */
  addWords(watch: number, words: string): void {
    this.#words.add(watch, readSubject(words));
  }

  /** Adds a watch for a story that consists of these articles. */
  async addStory(watch: number, articles: readonly ArchivedArticle[], archive: Archive): Promise<void> {
    const weight = await archiveWeights(
      archive,
      articles.map((article) => articleTerms(article).counts),
    );
    this.#stories.add(watch, articles, weight);
  }

  /**
   * Moves the story of a watch towards an article that goes on with it.
   * @param share how much the article counts, 0 to 1
   */
  async growStory(watch: number, article: ArchivedArticle, archive: Archive, share: number): Promise<void> {
    const terms = articleTerms(article);
    this.#stories.grow(watch, terms, await archiveWeights(archive, [terms.counts]), share);
  }

  remove(watch: number): void {
    this.#words.remove(watch);
    this.#stories.remove(watch);
  }

  /** Weighs the watched words by how rare they are in the archive: new ones, or all if it has grown. */
  async weigh(archive: Archive): Promise<void> {
    const { passageCount } = archive;
    if (passageCount > this.#weighedAt * (1 + GROWN)) {
      this.#weights = new Map();
      this.#weighedAt = passageCount;
    }
    const terms = [...this.#words.terms].filter((term) => !this.#weights.has(term));
    const frequencies = await archive.documentFrequencies(terms);
    for (const [at, term] of terms.entries())
      this.#weights.set(term, inverseFrequency(passageCount, frequencies[at] ?? 0));
  }

  /**
   * Returns the watches that an article is for: it is about their words, or goes on with their story. A round-up
   * is about nothing, as it names everything.
   */
  async match(article: ArchivedArticle, archive: Archive): Promise<number[]> {
    if (TITLE_PATTERNS.roundsUp.test(plainTitle(article.title ?? ''))) return [];
    await this.weigh(archive);
    const about = this.#words
      .match(wordsOfArticle(article), (term) => this.#weights.get(term) ?? 0)
      .flatMap(({ watch, aboutness }) => (chanceAbout(aboutness) >= ABOUT ? [watch] : []));
    if (this.#stories.size === 0) return about;
    const terms = articleTerms(article);
    const weight = await archiveWeights(archive, [terms.counts]);
    return [...about, ...this.#stories.match(terms, weight)];
  }
}
