import { setTimeout as delay } from 'node:timers/promises';
import {
  DEFAULT_GUILD_SETTINGS,
  type GuildSettings,
  readGuildSettings,
  writeGuildSettings,
} from '../store/guild-settings.js';
import type { Store } from '../store/store.js';

/** How long cached settings are used, in milliseconds. Another process may change them. */
const FRESH_FOR = 30_000;
/**
 * How long to wait for the database, in milliseconds. Discord waits three seconds for an answer, so one of
 * them can be spent here.
 */
const PATIENCE = 1_000;

/**
 * Caches the settings of guilds, so that reading them is never slow. If the database does not answer in time,
 * the last known settings are used.
 */
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

  /** Drops the settings of a guild after they were deleted. */
  forget(guild: string): void {
    this.#known.delete(guild);
  }

  #keep(guild: string, settings: GuildSettings): GuildSettings {
    this.#known.set(guild, { settings, at: this.now() });
    return settings;
  }
}
