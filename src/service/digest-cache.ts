import type { Archive } from '../archive/archive.js';
import { composeDigest } from '../digest/compose.js';
import type { Digest } from '../digest/digest.js';
import { periodOfKey } from '../digest/schedule/period-key.js';

/** How many digests are kept. Many members press “more stories” below the same one. */
const KEPT = 16;

/** Caches the digests of an archive. Each is composed once, until the archive changes. */
export class DigestCache {
  readonly #kept = new Map<string, Promise<Digest>>();

  constructor(private readonly archive: Archive) {}

  /** @param key the period's key, see `periodOfKey` */
  async of(key: string): Promise<Digest> {
    const period = periodOfKey(key);
    if (period === null) throw new Error(`There is no period ${key}`);
    const state = `${key} ${this.archive.articleCount} ${this.archive.passageCount}`;
    const known = this.#kept.get(state);
    if (known) return known;
    const composed = composeDigest(this.archive, period);
    this.#kept.set(state, composed);
    composed.catch(() => this.#kept.delete(state));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return composed;
  }
}
