import {
  ChannelType,
  Client,
  DiscordAPIError,
  type Guild,
  type GuildBasedChannel,
  type REST,
  RequestMethod,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { missingTo } from '../digests/permissions.js';
import { asUserError } from '../gateway/operator-lines.js';
import { restOptions } from '../gateway/rest-options.js';

export interface DiscordAddress {
  readonly token: string;
  /** Address of Discord's REST API, without a version. */
  readonly apiUrl: string;
}

/** The application that a token belongs to. */
export interface Application {
  readonly id: string;
  readonly name: string;
  /** Whether Discord lets it read what members write without a mention. */
  readonly hasMessageContent: boolean;
  /** How far this machine's clock is ahead of Discord's, in milliseconds, to a second; null if it did not say. */
  readonly clockAhead: number | null;
}

/** A channel in which a digest can be posted, and what the bot lacks for that. */
export interface DigestChannel {
  readonly id: string;
  readonly name: string;
  readonly guild: string;
  readonly guildName: string;
  readonly missing: readonly string[];
}

const application = z.object({ id: z.string(), name: z.string().default(''), flags: z.number().default(0) });
const identified = z.object({ id: z.string() });
const guilds = z.array(identified);
const channelInGuild = z.object({ guild_id: z.string() });

const TEXT: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** The flags of an application that may read messages, for a verified bot and for others. */
const MESSAGE_CONTENT = (1 << 18) | (1 << 19);

/** A look at Discord over its REST API, by a bot that does not connect to the gateway. */
export class Visit {
  readonly #client: Client;
  readonly #apiUrl: string;
  #me: string | null = null;

  constructor({ token, apiUrl }: DiscordAddress) {
    this.#client = new Client({ intents: [], rest: restOptions(apiUrl) });
    this.#client.rest.setToken(token);
    this.#apiUrl = apiUrl;
  }

  get rest(): REST {
    return this.#client.rest;
  }

  /** @throws UserError if Discord cannot be reached, or does not accept the token */
  application(): Promise<Application> {
    return this.#asking(async () => {
      const request = { method: RequestMethod.Get, fullRoute: Routes.currentApplication() };
      const response = await this.rest.queueRequest(request);
      const { id, name, flags } = application.parse(await response.json());
      const theirs = Date.parse(response.headers.get('date') ?? '');
      const clockAhead = Number.isNaN(theirs) ? null : Date.now() - theirs;
      return { id, name, hasMessageContent: (flags & MESSAGE_CONTENT) !== 0, clockAhead };
    });
  }

  /** Returns the ids of the guilds that the bot is in, 200 at most. */
  guilds(): Promise<string[]> {
    return this.#asking(async () =>
      guilds.parse(await this.rest.get(Routes.userGuilds())).map(({ id }) => id),
    );
  }

  /** Returns the channels of a guild in which a digest can be posted. */
  channelsOf(guildId: string): Promise<DigestChannel[]> {
    return this.#asking(async () => {
      const guild = await this.#guild(guildId);
      const channels = await guild.channels.fetch(undefined, { cache: false });
      const texts = [...channels.values()].filter((channel) => channel !== null && TEXT.has(channel.type));
      return Promise.all(
        texts.flatMap((channel) => (channel === null ? [] : [this.#described(channel, guild)])),
      );
    });
  }

  /** Returns a channel of a guild; null if there is none, or the bot cannot see it. */
  channel(id: string): Promise<DigestChannel | null> {
    return this.#asking(async () => {
      try {
        const { guild_id } = channelInGuild.parse(await this.rest.get(Routes.channel(id)));
        const guild = await this.#guild(guild_id);
        const channel = await guild.channels.fetch(id, { cache: false });
        return channel === null ? null : await this.#described(channel, guild);
      } catch (error) {
        const isHidden = error instanceof DiscordAPIError && [403, 404].includes(error.status);
        if (isHidden || error instanceof z.ZodError) return null;
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.#client.destroy();
  }

  #guild(id: string): Promise<Guild> {
    return this.#client.guilds.fetch({ guild: id, cache: false });
  }

  async #described(channel: GuildBasedChannel, guild: Guild): Promise<DigestChannel> {
    this.#me ??= identified.parse(await this.rest.get(Routes.user())).id;
    const me = await guild.members.fetch({ user: this.#me });
    const missing = await missingTo(me, channel);
    return { id: channel.id, name: channel.name, guild: guild.id, guildName: guild.name, missing };
  }

  async #asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw asUserError(error, this.#apiUrl);
    }
  }
}
