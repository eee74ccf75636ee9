import { type ChatInputCommandInteraction, channelMention } from 'discord.js';
import { TOLD_STORIES } from '../../../digest/digest.js';
import { readDays, readSchedule, readTimes, readZone } from '../../../digest/schedule/schedule-words.js';
import { readTopic } from '../../../digest/topic/read-topic.js';
import type { DigestSchedule } from '../../../store/digest-schedules.js';
import type { GuildSource } from '../../../store/guild-sources.js';
import { UserError } from '../../../user-error.js';
import { type DigestPlace, digestPlace } from '../../digests/permissions.js';
import { digestTexts } from '../../rendering/digest-texts.js';
import { escaped, visible } from '../../rendering/escape.js';
import { readSources } from './chosen-sources.js';

/** The most stories that a digest can tell: more do not fit into a message. */
export const MOST_STORIES = 10;
/** The longest name, in characters. */
export const LONGEST_NAME = 40;

type Options = ChatInputCommandInteraction['options'];

/**
 * Reads the options of a digest that is to be set up.
 * @param others the guild's digests; without a name, it gets one that none of them has
 * @param own the guild's sources
 * @throws UserError what is wrong with an option, or with the channel
 */
export async function newDigest(
  interaction: ChatInputCommandInteraction,
  others: readonly DigestSchedule[],
  own: readonly GuildSource[],
): Promise<Omit<DigestSchedule, 'guild' | 'digest' | 'since'>> {
  const { options } = interaction;
  const when = readSchedule(
    options.getString('time', true),
    options.getString('timezone', true),
    options.getString('days'),
  );
  const channel = options.getChannel('channel', true).id;
  const isPublished = options.getBoolean('publish') ?? false;
  const typed = options.getString('topic');
  const topic = typed === null ? null : readTopic(typed);
  const chosen = options.getString('sources');
  return {
    ...when,
    name: nameIn(options, others) ?? freeName(topic, others),
    channel,
    isPublished,
    isForum: (await usablePlace(interaction, channel, isPublished)).isForum,
    topic,
    sources: chosen === null ? null : readSources(chosen, own),
    stories: options.getInteger('stories') ?? TOLD_STORIES,
    quietLine: options.getBoolean('quiet-days') ?? false,
  };
}

interface ChangeContext {
  /** The guild's other digests. */
  readonly others: readonly DigestSchedule[];
  /** The guild's sources. */
  readonly own: readonly GuildSource[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Reads the options of a change. Times that change count from now on.
 * @throws UserError `nothing-to-change`, or what is wrong with an option or the channel
 */
export async function changedDigest(
  interaction: ChatInputCommandInteraction,
  before: DigestSchedule,
  { others, own, now }: ChangeContext,
): Promise<DigestSchedule> {
  const { options } = interaction;
  const [time, zone, days] = ['time', 'timezone', 'days'].map((name) => options.getString(name));
  const channel = options.getChannel('channel')?.id;
  const topic = options.getString('topic');
  const sources = options.getString('sources');
  const given = {
    ...(time ? { times: readTimes(time) } : {}),
    ...(zone ? { zone: readZone(zone) } : {}),
    ...(days ? { days: readDays(days) } : {}),
    ...(time || zone || days ? { since: now } : {}),
    ...defined('name', nameIn(options, others)),
    ...defined('stories', options.getInteger('stories')),
    ...defined('isPublished', options.getBoolean('publish')),
    ...defined('quietLine', options.getBoolean('quiet-days')),
    ...(topic === null ? {} : { topic: readTopic(topic) }),
    ...(sources === null ? {} : { sources: readSources(sources, own) }),
    ...(channel === undefined ? {} : { channel }),
  };
  if (Object.keys(given).length === 0) {
    throw new UserError('nothing-to-change', digestTexts.nothingToChange, digestTexts.nothingToChangeHint);
  }
  const changed = { ...before, ...given };
  const { isForum } = await usablePlace(interaction, changed.channel, changed.isPublished);
  return { ...changed, isForum };
}

function defined<Name extends string, Value>(name: Name, value: Value | null): { [key in Name]?: Value } {
  // The key is the name alone.
  return (value === null ? {} : { [name]: value }) as { [key in Name]?: Value };
}

/** @throws UserError `name-empty`, `name-long`, `name-taken` */
function nameIn(options: Options, others: readonly DigestSchedule[]): string | null {
  const typed = options.getString('name');
  if (typed === null) return null;
  const name = visible(typed);
  if (!/[\p{L}\p{N}]/u.test(name)) throw new UserError('name-empty', digestTexts.nameEmpty);
  if (name.length > LONGEST_NAME) throw new UserError('name-long', digestTexts.nameLong(LONGEST_NAME));
  if (others.some((other) => sameName(other.name, name))) throw nameTaken(name);
  return name;
}

export function nameTaken(name: string): UserError {
  return new UserError('name-taken', digestTexts.nameTaken(escaped(name)), digestTexts.nameTakenHint);
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

/** The topic, or "News"; with a number if another digest is called so. */
function freeName(topic: string | null, others: readonly DigestSchedule[]): string {
  const plain = (topic ?? digestTexts.defaultName).slice(0, LONGEST_NAME - ' 99'.length).trim();
  const first = plain.charAt(0).toUpperCase() + plain.slice(1);
  for (let count = 1; ; count++) {
    const name = count === 1 ? first : `${first} ${count}`;
    if (!others.some((other) => sameName(other.name, name))) return name;
  }
}

/** @throws UserError `digest-permissions`, `digest-tag`, `digest-publish` */
async function usablePlace(
  { client }: Pick<ChatInputCommandInteraction, 'client'>,
  channel: string,
  isPublished: boolean,
): Promise<DigestPlace> {
  const place = await digestPlace(client, channel);
  const problem = placeProblem(place, channel);
  if (place === null || problem !== null) {
    throw new UserError('digest-permissions', problem ?? digestTexts.unknownChannel(channelMention(channel)));
  }
  if (place.needsTag) {
    throw new UserError(
      'digest-tag',
      digestTexts.tagNeeded(channelMention(channel)),
      digestTexts.tagNeededHint,
    );
  }
  if (isPublished && !place.isAnnouncement) {
    throw new UserError(
      'digest-publish',
      digestTexts.publishElsewhere(channelMention(channel)),
      digestTexts.publishElsewhereHint,
    );
  }
  return place;
}

/** Says why a digest could not be posted in a place as things stand; null if it could. */
export function placeProblem(place: DigestPlace | null, channel: string): string | null {
  if (place === null) return digestTexts.unknownChannel(channelMention(channel));
  return place.missing.length === 0 ? null : digestTexts.missing(channelMention(channel), place.missing);
}
