import { SHARED, SourceFilter, withoutWords } from '../archive/views/source-filter.js';
import { allGuildSources, guildSources } from '../store/guild-sources.js';
import type { Store } from '../store/store.js';

/** How long the filters are used, in milliseconds. */
const FRESH_FOR = 30_000;

/** Returns the sources of a guild as `Archive.within` takes them: the shared ones and its own. */
export async function sourcesOfGuild(store: Store, guild: string): Promise<readonly string[]> {
  const own = await guildSources(store, guild);
  return [SHARED, ...own.map(({ feed, excluded }) => withoutWords(feed.source, excluded))];
}

/** Tells which articles each guild hears of, without asking the store each time. */
export class GuildSourceFilters {
  readonly #shared = new SourceFilter([SHARED]);
  #own = new Map<string, SourceFilter>();
  #readAt = Number.NEGATIVE_INFINITY;

  /** @param isOff whether guilds have no sources of their own */
  constructor(
    private readonly store: Store,
    private readonly isOff: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param guild null for what is private: there only the shared sources count */
  async of(guild: string | null): Promise<SourceFilter> {
    if (guild === null || this.isOff) return this.#shared;
    // An article may be for hundreds of guilds: those of all are read at once.
    if (this.now() - this.#readAt >= FRESH_FOR) await this.#read();
    return this.#own.get(guild) ?? this.#shared;
  }

  async #read(): Promise<void> {
    const all = await allGuildSources(this.store);
    this.#readAt = this.now();
    this.#own = new Map(
      [...all].map(([guild, own]) => [
        guild,
        new SourceFilter([SHARED, ...own.map(({ source, excluded }) => withoutWords(source, excluded))]),
      ]),
    );
  }
}
