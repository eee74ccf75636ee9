import { setTimeout as delay } from 'node:timers/promises';
import { SHARED } from '../archive/views/source-filter.js';
import { sourcesOfGuild } from '../service/guild-source-filters.js';
import type { Store } from '../store/store.js';

/** How long cached sources are used, in milliseconds. Another process may change them. */
const FRESH_FOR = 30_000;
/** How long to wait for the database, in milliseconds: members wait for answers. */
const PATIENCE = 1_000;

/** Tells over which sources a guild asks: its own and the shared ones. Reading them is never slow. */
export class GuildSourcesCache {
  readonly #known = new Map<string, { readonly sources: readonly string[]; readonly at: number }>();

  /** @param isOff whether guilds have no sources of their own */
  constructor(
    private readonly store: Store,
    private readonly now: () => number,
    private readonly isOff: boolean,
  ) {}

  /**
   * Returns the sources of a guild, as `Archive.within` takes them. If the database does not answer in time, those last
   * known.
   * @param guild null in direct messages: there only the shared ones
   */
  async of(guild: string | null): Promise<readonly string[]> {
    if (guild === null || this.isOff) return [SHARED];
    const known = this.#known.get(guild);
    if (known && this.now() - known.at < FRESH_FOR) return known.sources;
    const fallback = known?.sources ?? [SHARED];
    const read = this.#read(guild).catch(() => fallback);
    return Promise.race([read, delay(PATIENCE, fallback, { ref: false })]);
  }

  /** Forgets what is known of a guild, because it was changed. */
  forget(guild: string): void {
    this.#known.delete(guild);
  }

  async #read(guild: string): Promise<readonly string[]> {
    const sources = await sourcesOfGuild(this.store, guild);
    this.#known.set(guild, { sources, at: this.now() });
    return sources;
  }
}
