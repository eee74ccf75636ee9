import { setImmediate } from 'node:timers/promises';
import type { Archive, ArticleSummary } from '../archive/archive.js';
import type { Article } from '../articles/article.js';
import { haveCommon, sourcesOf } from '../articles/sources.js';
import { addressKey } from './address.js';
import { type Fingerprint, fingerprint, isCopy } from './fingerprint.js';

/** An article that is there already. */
export interface Entry {
  readonly article: Article;
  readonly fingerprint: Fingerprint;
}

/**
 * The longest time between copies of one text, in milliseconds; a similar text that appears later is another
 * report.
 */
const COPIES_WITHIN = 3 * 24 * 60 * 60 * 1000;
/** A shingle in more texts than this (a standing notice) does not tell them apart. */
const COMMON = 50;

/** Articles fetched and added per batch. */
const TOGETHER = 20;

/** Finds the article that has come in before: by address, by text, or by nearly the same text. */
export class KnownArticles {
  readonly #entries = new Map<string, Entry>();
  readonly #byAddress = new Map<string, string>();
  readonly #byHash = new Map<string, string>();
  readonly #byShingle = new Map<number, string[]>();
  /** The archive's summary of each article at the time when it was added here. */
  readonly #summaries = new Map<string, ArticleSummary>();
  #seen: readonly ArticleSummary[] | null = null;

  /** Brings this up to date with the archive. Cheap if little has changed. */
  async sync(archive: Archive, onProgress: (done: number, total: number) => void = () => {}): Promise<void> {
    const summaries = archive.articles();
    if (summaries === this.#seen) return;
    const present = new Set(summaries.map(({ id }) => id));
    for (const id of [...this.#entries.keys()]) if (!present.has(id)) this.#remove(id);
    const unread = summaries.filter((summary) => this.#summaries.get(summary.id) !== summary);
    for (let start = 0; start < unread.length; start += TOGETHER) {
      const some = unread.slice(start, start + TOGETHER);
      const articles = await Promise.all(some.map(({ id }) => archive.article(id)));
      for (const article of articles) if (article !== undefined) this.put(article);
      for (const summary of some) this.#summaries.set(summary.id, summary);
      // The first time, thousands are read: let others have their turn.
      await setImmediate();
      if (unread.length > TOGETHER) onProgress(start + some.length, unread.length);
    }
    this.#seen = summaries;
  }

  /** Adds an article, or replaces the one with the same id. */
  put(article: Article, print = fingerprintOf(article)): void {
    this.#remove(article.id);
    const { id } = article;
    this.#entries.set(id, { article, fingerprint: print });
    for (const key of addressKeys(article)) this.#byAddress.set(key, id);
    this.#byHash.set(print.hash, id);
    for (const shingle of print.shingles) {
      const holders = this.#byShingle.get(shingle);
      if (holders === undefined) this.#byShingle.set(shingle, [id]);
      else holders.push(id);
    }
  }

  /** Finds the article that was published at this address, ignoring tracking parameters. */
  atAddress(address: string | null): Entry | null {
    const key = address === null ? null : addressKey(address);
    return (key !== null && this.#entry(this.#byAddress.get(key))) || null;
  }

  /**
   * Finds the article with this text, or with one so similar that one is a copy of the other, among those that share a
   * source.
   */
  withText(print: Fingerprint, published: string | null, sources: readonly string[]): Entry | null {
    const isNear = ({ article }: Entry): boolean => haveCommon(sourcesOf(article), sources);
    const same = this.#entry(this.#byHash.get(print.hash));
    if (same !== null && isNear(same)) return same;
    for (const id of this.#likely(print)) {
      const entry = this.#entry(id);
      if (
        entry !== null &&
        isNear(entry) &&
        isCopy(entry.fingerprint, print) &&
        areNear(entry.article.published, published)
      ) {
        return entry;
      }
    }
    return null;
  }

  /** Ids of articles that share shingles, those that share most first. */
  #likely(print: Fingerprint): string[] {
    const shared = new Map<string, number>();
    for (const shingle of print.shingles) {
      const holders = this.#byShingle.get(shingle) ?? [];
      if (holders.length > COMMON) continue;
      for (const id of holders) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 5)
      .map(([id]) => id);
  }

  #entry(id: string | undefined): Entry | null {
    return (id !== undefined && this.#entries.get(id)) || null;
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    this.#summaries.delete(id);
    for (const key of addressKeys(entry.article)) removeHolder(this.#byAddress, key, id);
    removeHolder(this.#byHash, entry.fingerprint.hash, id);
    for (const shingle of entry.fingerprint.shingles) {
      const others = (this.#byShingle.get(shingle) ?? []).filter((holder) => holder !== id);
      if (others.length > 0) this.#byShingle.set(shingle, others);
      else this.#byShingle.delete(shingle);
    }
  }
}

export function fingerprintOf({ paragraphs }: Pick<Article, 'paragraphs'>): Fingerprint {
  const words = paragraphs.filter(({ kind }) => kind === undefined || kind === 'row');
  return fingerprint(words.map(({ text }) => text).join('\n'));
}

function addressKeys({ url, copies = [] }: Article): string[] {
  return [url, ...copies.map((copy) => copy.url)].flatMap((address) => {
    const key = address === null ? null : addressKey(address);
    return key === null ? [] : [key];
  });
}

function removeHolder<Key>(holders: Map<Key, string>, key: Key, id: string): void {
  if (holders.get(key) === id) holders.delete(key);
}

function areNear(one: string | null, other: string | null): boolean {
  const apart = Math.abs(Date.parse(one ?? '') - Date.parse(other ?? ''));
  // If one of them has no date, the text alone decides.
  return Number.isNaN(apart) || apart <= COPIES_WITHIN;
}
