import type { Archive } from '../archive/archive.js';
import { tellNews, tellNewsAbout } from '../digest/compose.js';
import type { Digest } from '../digest/digest.js';
import { type News, readNews } from '../digest/news.js';
import { periodOfKey } from '../digest/schedule/period-key.js';

/** How many digests are kept. Many members press “more stories” below the same one, in every server. */
const KEPT = 64;

/** Caches the digests of an archive. Each is composed once, until the archive changes. */
export class DigestCache {
  readonly #kept = new Map<string, Promise<Digest>>();
  /** The news of the last period: of one morning there are digests on many topics. Only one is kept, as it is large. */
  #news: { readonly state: string; readonly found: Promise<News> } | null = null;

  constructor(private readonly archive: Archive) {}

  /**
   * @param key the period's key, see `periodOfKey`
   * @param topic leaves out the stories that are about something else
   * @param within the sources to tell of; without, all
   */
  async of(key: string, topic?: string, within?: readonly string[]): Promise<Digest> {
    const archive = within === undefined ? this.archive : this.archive.within(within);
    const sources = within === undefined ? '' : JSON.stringify(within.toSorted());
    const state = `${key} ${archive.articleCount} ${this.archive.passageCount} ${sources}`;
    const name = JSON.stringify([state, topic]);
    const known = this.#kept.get(name);
    if (known) return known;
    const composed = this.#compose(archive, key, state, topic);
    this.#kept.set(name, composed);
    composed.catch(() => this.#kept.delete(name));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return composed;
  }

  async #compose(archive: Archive, key: string, state: string, topic: string | undefined): Promise<Digest> {
    const news = await this.#newsOf(archive, key, state);
    return topic === undefined ? tellNews(news) : tellNewsAbout(archive, news, topic);
  }

  #newsOf(archive: Archive, key: string, state: string): Promise<News> {
    if (this.#news?.state === state) return this.#news.found;
    const period = periodOfKey(key);
    if (period === null) throw new Error(`There is no period ${key}`);
    const found = readNews(archive, period);
    this.#news = { state, found };
    found.catch(() => {
      this.#news = null;
    });
    return found;
  }
}
