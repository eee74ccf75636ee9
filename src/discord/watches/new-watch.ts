import { type Client, channelMention, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Store } from '../../store/store.js';
import {
  type NewWatch,
  type Watch,
  type WatchOwner,
  watchesOf,
  writeWatch,
} from '../../store/watches/watches.js';
import { UserError } from '../../user-error.js';
import { missingPermissions } from '../digests/permissions.js';
import { digestTexts } from '../rendering/digest-texts.js';
import { watchTexts } from '../rendering/watches/watch-texts.js';

/** The most watches of one person, and of one guild. */
const MOST_OF_PERSON = 20;
const MOST_OF_GUILD = 50;

/** Somebody takes no direct messages from us. */
const CLOSED = RESTJSONErrorCodes.CannotSendMessagesToThisUser;

/** Whose a new watch is, and where its alerts go. */
export interface WatchPlace extends WatchOwner {
  readonly channel: string;
}

/** Opens the direct messages with a person. @throws UserError `watch-no-direct` if they take none */
export async function privatePlace(client: Client, person: string): Promise<WatchPlace> {
  const direct = await client.users.createDM(person).catch((error: unknown) => {
    throw isClosed(error) ? new UserError('watch-no-direct', watchTexts.noDirect) : error;
  });
  return { guild: null, person, channel: direct.id };
}

function isClosed(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.status === 403 || error.code === CLOSED);
}

/** @throws UserError `watch-permissions` if we may not post there */
export async function channelPlace(
  client: Client<true>,
  guild: string,
  channel: string,
): Promise<WatchPlace> {
  const missing = await missingPermissions(client, channel);
  const name = channelMention(channel);
  if (missing === null) throw new UserError('watch-permissions', digestTexts.unknownChannel(name));
  if (missing.length > 0) throw new UserError('watch-permissions', digestTexts.missing(name, missing));
  return { guild, person: null, channel };
}

/** Sets up a watch, or changes the one that its channel has for the same words. @throws UserError `watch-many` */
export async function setUpWatch(store: Store, watch: NewWatch): Promise<Watch> {
  const known = await watchesOf(store, watch);
  const most = watch.guild === null ? MOST_OF_PERSON : MOST_OF_GUILD;
  const isNew = !known.some(({ channel, words }) => channel === watch.channel && isSame(words, watch.words));
  if (isNew && known.length >= most) throw new UserError('watch-many', watchTexts.tooMany(most));
  return writeWatch(store, watch);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
