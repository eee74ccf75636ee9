import type { Archive } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { archiveWeights } from '../digest/archive-weights.js';
import { type ArticleTerms, articleTerms } from '../digest/stories/group-stories.js';
import { plainTitle, TITLE_PATTERNS } from '../digest/stories/title-patterns.js';
import { inverseFrequency, type TermWeight } from '../digest/term-vector.js';
import { ABOUT } from './aboutness.js';
import { wordsOfArticle } from './read-article.js';
import { StoryIndex } from './story-index.js';
import { readSubject } from './subject.js';
import { WordIndex, type WordMatch } from './word-index.js';

/** After the archive has grown by this share, words are weighed again. */
const GROWN = 0.05;

/** All watches, indexed: which of them want to hear of an article? */
export class WatchIndex {
  readonly #words = new WordIndex();
  readonly #stories = new StoryIndex();
  #weighedAt = 0;
  /** Whether watches came since. */
  #hasNewWords = false;
  /** The terms of the article that was read last: several stories may grow by it. */
  #read: {
    readonly article: ArchivedArticle;
    readonly terms: ArticleTerms;
    readonly weight: TermWeight;
  } | null = null;

  /**
   * Adds a watch for words.
   * @throws UserError see `readSubject`
   */
  addWords(watch: number, words: string): void {
    this.#words.add(watch, readSubject(words));
    this.#hasNewWords = true;
  }

  /** Adds a watch for a story that consists of these articles. */
  async addStory(watch: number, articles: readonly ArchivedArticle[], archive: Archive): Promise<void> {
    const terms = articles.map(articleTerms);
    const weight = await archiveWeights(
      archive,
      terms.map(({ counts }) => counts),
    );
    this.#stories.add(watch, terms, weight);
  }

  /**
   * Moves the story of a watch towards an article that goes on with it.
   * @param share how much the article counts, 0 to 1
   */
  async growStory(watch: number, article: ArchivedArticle, archive: Archive, share: number): Promise<void> {
    const { terms, weight } = await this.#termsOf(article, archive);
    this.#stories.grow(watch, terms, weight, share);
  }

  remove(watch: number): void {
    this.#words.remove(watch);
    this.#stories.remove(watch);
  }

  /**
   * Returns the watches that an article is for: it is about their words, or goes on with their story. A round-up
   * is about nothing, as it names everything.
   */
  async match(article: ArchivedArticle, archive: Archive): Promise<number[]> {
    if (TITLE_PATTERNS.roundsUp.test(plainTitle(article.title ?? ''))) return [];
    const about = (await this.compare(article, archive, ABOUT)).map(({ watch }) => watch);
    if (this.#stories.size === 0) return about;
    const { terms, weight } = await this.#termsOf(article, archive);
    return [...about, ...this.#stories.match(terms, weight)];
  }

  /** Returns the watches about whose words an article is with at least this chance. */
  async compare(article: ArchivedArticle, archive: Archive, least: number): Promise<WordMatch[]> {
    await this.#weigh(archive);
    return this.#words.match(wordsOfArticle(article), least);
  }

  /** Weighs the watched words by how rare they are in the archive: new ones, or all if it has grown. */
  async #weigh(archive: Archive): Promise<void> {
    const { passageCount } = archive;
    const hasGrown = passageCount > this.#weighedAt * (1 + GROWN);
    if (!hasGrown && !this.#hasNewWords) return;
    const terms = this.#words.termsToWeigh(hasGrown ? 'all' : 'new');
    const frequencies = await archive.documentFrequencies(terms);
    for (const [at, term] of terms.entries())
      this.#words.weigh(term, inverseFrequency(passageCount, frequencies[at] ?? 0));
    if (hasGrown) this.#weighedAt = passageCount;
    this.#hasNewWords = false;
  }

  async #termsOf(article: ArchivedArticle, archive: Archive) {
    if (this.#read?.article !== article) {
      const terms = articleTerms(article);
      this.#read = { article, terms, weight: await archiveWeights(archive, [terms.counts]) };
    }
    return this.#read;
  }
}
