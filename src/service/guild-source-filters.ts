import { SHARED, SourceFilter, withoutWords } from '../archive/views/source-filter.js';
import { guildSources } from '../store/guild-sources.js';
import type { Store } from '../store/store.js';

/** How long the filter of a guild is used, in milliseconds. */
const FRESH_FOR = 30_000;

/** Returns the sources of a guild as `Archive.within` takes them: the shared ones and its own. */
export async function sourcesOfGuild(store: Store, guild: string): Promise<readonly string[]> {
  const own = await guildSources(store, guild);
  return [SHARED, ...own.map(({ feed, excluded }) => withoutWords(feed.source, excluded))];
}

/** Tells which articles a guild hears of, without asking the store each time. */
export class GuildSourceFilters {
  readonly #shared = new SourceFilter([SHARED]);
  readonly #known = new Map<string, { readonly filter: SourceFilter; readonly at: number }>();

  /** @param isOff whether guilds have no sources of their own */
  constructor(
    private readonly store: Store,
    private readonly isOff: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param guild null for what is private: there only the shared sources count */
  async of(guild: string | null): Promise<SourceFilter> {
    if (guild === null || this.isOff) return this.#shared;
    const known = this.#known.get(guild);
    if (known && this.now() - known.at < FRESH_FOR) return known.filter;
    const filter = new SourceFilter(await sourcesOfGuild(this.store, guild));
    this.#known.set(guild, { filter, at: this.now() });
    return filter;
  }
}
