import type { Archive } from '../../archive/archive.js';
import type { Store } from '../../store/store.js';
import { allWatches, type Watch, watchesVersion } from '../../store/watches/watches.js';
import { UserError } from '../../user-error.js';
import { WatchIndex } from '../../watch/watch-index.js';
import { Turns } from './turns.js';

/** The index of all watches, kept in step with the store. */
export class WatchedIndex {
  readonly index = new WatchIndex();
  readonly #watches = new Map<number, Watch>();
  #version: string | null = null;

  constructor(
    private readonly archive: Archive,
    private readonly store: Store,
  ) {}

  /** Adds and removes what has changed in the store. */
  async refresh(): Promise<void> {
    const version = await watchesVersion(this.store);
    if (version === this.#version) return;
    const watches = await allWatches(this.store);
    const present = new Set(watches.map(({ id }) => id));
    for (const id of this.#watches.keys()) if (!present.has(id)) this.#remove(id);
    const added = watches.filter(({ id }) => !this.#watches.has(id));
    const turns = new Turns();
    for (const watch of added) {
      await this.#put(watch);
      await turns.next();
    }
    this.#version = version;
  }

  get(id: number): Watch | undefined {
    return this.#watches.get(id);
  }

  /** Notes that the story of a watch has grown by the last of its articles. */
  async grow(watch: Watch): Promise<void> {
    this.#watches.set(watch.id, watch);
    const { id, story } = watch;
    const last = await this.archive.article(story?.at(-1) ?? '');
    if (story && last) await this.index.growStory(id, last, this.archive, 1 / story.length);
  }

  async #put(watch: Watch): Promise<void> {
    this.#watches.set(watch.id, watch);
    if (watch.story === null) return this.#putWords(watch);
    const found = await Promise.all(watch.story.map((id) => this.archive.article(id)));
    const articles = found.filter((article) => article !== undefined);
    if (articles.length > 0) await this.index.addStory(watch.id, articles, this.archive);
  }

  #putWords({ id, words }: Watch): void {
    try {
      this.index.addWords(id, words);
    } catch (error) {
      // Words that an older version took, and this one does not: the watch hears of nothing.
      if (!(error instanceof UserError)) throw error;
    }
  }

  #remove(id: number): void {
    this.#watches.delete(id);
    this.index.remove(id);
  }
}
