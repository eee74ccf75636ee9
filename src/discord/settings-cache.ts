import { setTimeout as delay } from 'node:timers/promises';
import {
  DEFAULT_GUILD_SETTINGS,
  type GuildSettings,
  readGuildSettings,
  writeGuildSettings,
} from '../store/guild-settings.js';
import type { Store } from '../store/store.js';

/** How long settings are taken from memory, as another process may change them; in milliseconds. */
const FRESH_FOR = 30_000;
/** Discord waits 3 seconds for an answer, so a slow database may have one; in milliseconds. */
const PATIENCE = 1_000;

/** Settings of guilds, never slow to read: a database that does not answer in time gives way to what was known before. */
export class SettingsCache {
  readonly #known = new Map<string, { settings: GuildSettings; at: number }>();

  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  /** @param guild null in direct messages */
  async get(guild: string | null): Promise<GuildSettings> {
    if (guild === null) return DEFAULT_GUILD_SETTINGS;
    const known = this.#known.get(guild);
    if (known && this.now() - known.at < FRESH_FOR) return known.settings;
    const fallback = known?.settings ?? DEFAULT_GUILD_SETTINGS;
    const read = readGuildSettings(this.store, guild).then((settings) => this.#keep(guild, settings));
    return Promise.race([read.catch(() => fallback), delay(PATIENCE, fallback, { ref: false })]);
  }

  async set(guild: string, settings: GuildSettings): Promise<void> {
    await writeGuildSettings(this.store, guild, settings);
    this.#keep(guild, settings);
  }

  /** For a guild whose settings are gone. */
  forget(guild: string): void {
    this.#known.delete(guild);
  }

  #keep(guild: string, settings: GuildSettings): GuildSettings {
    this.#known.set(guild, { settings, at: this.now() });
    return settings;
  }
}
