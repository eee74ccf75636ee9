import {
  type APIApplicationCommandOptionChoice,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  channelMention,
  PermissionFlagsBits,
} from 'discord.js';
import { dateInWords } from '../../../answer/quotes/citation.js';
import { nextOccurrence } from '../../../digest/schedule/schedule.js';
import { DAY_SUGGESTIONS, scheduleInWords } from '../../../digest/schedule/schedule-words.js';
import { suggestZones } from '../../../digest/schedule/zones.js';
import { readTopic } from '../../../digest/topic/read-topic.js';
import {
  addDigestSchedule,
  changeDigestSchedule,
  type DigestSchedule,
  deleteDigestSchedule,
  MOST_DIGESTS,
  readGuildDigests,
} from '../../../store/digest-schedules.js';
import { abandonDigests, lastDigests, ON_REQUEST } from '../../../store/digest-sends.js';
import { type GuildSource, guildSources } from '../../../store/guild-sources.js';
import { UserError } from '../../../user-error.js';
import type { BotContext } from '../../bot-context.js';
import { type DigestSubject, digestOfPeriod, subjectOf } from '../../digest-of-period.js';
import { deliverDigest, deliveryOf } from '../../digests/delivery.js';
import { digestPlace } from '../../digests/permissions.js';
import { digestTexts } from '../../rendering/digest-texts.js';
import { escaped } from '../../rendering/escape.js';
import { fitted } from '../../rendering/fit.js';
import { CHOICE_NAME, CHOICE_VALUE, CHOICES } from '../../rendering/limits.js';
import { notice, type Outgoing } from '../../rendering/message.js';
import { type DigestView, renderDigest, renderEmptyDigest } from '../../rendering/render-digest.js';
import {
  inReadersTime,
  type ListedDigest,
  linkTo,
  renderDigestList,
  renderDigestStatus,
} from '../../rendering/render-digest-status.js';
import { guildOf, managedGuild, type SlashCommand } from '../command.js';
import { chosenDay, periodOf } from './chosen-day.js';
import { namesOf, sourceChoices } from './chosen-sources.js';
import { digestDefinition } from './definition.js';
import { changedDigest, nameTaken, newDigest, placeProblem, sameName } from './digest-options.js';

/** How many of the last ones the status tells. */
const LISTED = 5;

export const digest: SlashCommand = {
  definition: digestDefinition,
  isPrivate: async () => true,
  async answer(interaction, context) {
    const guild = managedGuild(interaction);
    const subcommands = { schedule, edit, list, preview, now, status, stop };
    const name = interaction.options.getSubcommand();
    if (!isKey(subcommands, name)) throw new Error(`A subcommand ${name} that was never registered`);
    const digests = await readGuildDigests(context.store, guild);
    return { outgoing: await subcommands[name]({ interaction, context, guild, digests }) };
  },
  async suggest(interaction, context) {
    return suggestions(interaction, context);
  },
};

interface Request {
  readonly interaction: ChatInputCommandInteraction;
  readonly context: BotContext;
  readonly guild: string;
  /** All digests of the guild. */
  readonly digests: readonly DigestSchedule[];
}

async function schedule({ interaction, context, guild, digests }: Request): Promise<Outgoing> {
  requireRoom(digests);
  const since = context.now();
  const own = await guildSources(context.store, guild);
  const fresh = { guild, since, ...(await newDigest(interaction, digests, own)) };
  const number = await addDigestSchedule(context.store, fresh);
  if (number === null) {
    // Somebody else set one up at the same time.
    requireRoom(await readGuildDigests(context.store, guild));
    throw nameTaken(fresh.name);
  }
  const next = inReadersTime(nextOccurrence(fresh, new Date(since)));
  const where = channelMention(fresh.channel);
  const line = digestTexts.scheduled(escaped(fresh.name), scheduleInWords(fresh), where, next);
  return notice(`${line} ${holdsText(fresh, own)}`);
}

/** @throws UserError `digests-many` */
function requireRoom(digests: readonly DigestSchedule[]): void {
  if (digests.length < MOST_DIGESTS) return;
  throw new UserError('digests-many', digestTexts.tooMany(MOST_DIGESTS), digestTexts.tooManyHint);
}

async function edit({ interaction, context, guild, digests }: Request): Promise<Outgoing> {
  const before = chosenDigest(interaction, digests);
  if (before === null) return notice(digestTexts.noSchedule);
  const others = digests.filter((each) => each !== before);
  const own = await guildSources(context.store, guild);
  const changed = await changedDigest(interaction, before, { others, own, now: context.now() });
  await abandonDigests(context.store, guild, before.digest, digestTexts.reason.stopped);
  if (!(await changeDigestSchedule(context.store, changed))) {
    // Somebody else stopped it, or gave its new name to another, at the same time.
    const isThere = (await readGuildDigests(context.store, guild)).some(
      (each) => each.digest === before.digest,
    );
    if (isThere) throw nameTaken(changed.name);
    return notice(digestTexts.noSchedule);
  }
  const next = inReadersTime(nextOccurrence(changed, new Date(context.now())));
  return notice(`${digestTexts.changed(escaped(changed.name), next)} ${holdsText(changed, own)}`);
}

/** Says what a digest is about, so that a slip in the options is seen before it is posted. */
function holdsText(
  { topic, sources }: Pick<DigestSchedule, 'topic' | 'sources'>,
  own: readonly GuildSource[],
): string {
  const from = namesOf(sources, own);
  return digestTexts.holds(topic && escaped(topic), from && digestTexts.listedSources(from.map(escaped)));
}

async function list({ interaction, context, digests }: Request): Promise<Outgoing> {
  const shown = await listed(interaction, context, digests);
  return renderDigestList(shown, MOST_DIGESTS, new Date(context.now()));
}

async function preview({ interaction, context, digests }: Request): Promise<Outgoing> {
  const typed = interaction.options.getString('topic');
  const isNamed = interaction.options.getString('digest') !== null;
  // Without a name it shows the only digest that there is, or else all news.
  const chosen = isNamed || digests.length === 1 ? chosenDigest(interaction, digests) : null;
  const topic = typed === null ? chosen?.topic : readTopic(typed);
  const day = await chosenDay(interaction, context.service);
  const period = periodOf(day, chosen, context.now());
  const subject = { ...(chosen && (await subjectOf(chosen, context.sources))), topic };
  const view = {
    period,
    topic: topic ?? undefined,
    ...(chosen && typed === null ? { schedule: chosen } : {}),
  };
  const ofPeriod = await digestOfPeriod(context.service, period, subject);
  if (ofPeriod.stories.length > 0) return renderDigest(ofPeriod, view);
  return nothingToShow(context, { day, subject, view });
}

async function now({ interaction, context, guild, digests }: Request): Promise<Outgoing> {
  const chosen = chosenDigest(interaction, digests);
  const channel = chosen?.channel ?? interaction.channelId;
  const place = await digestPlace(interaction.client, channel);
  const problem = placeProblem(place, channel);
  if (problem !== null) throw new UserError('digest-permissions', problem);
  const day = await chosenDay(interaction, context.service);
  const delivery = deliveryOf(context, interaction.client);
  const send = {
    guild,
    digest: chosen?.digest ?? ON_REQUEST,
    // The command's timestamp identifies this digest, so a command that is received twice sends only one.
    due: interaction.createdTimestamp,
    channel,
    isForum: place?.isForum ?? false,
    period: periodOf(day, chosen, context.now()),
  };
  const outcome = await deliverDigest(delivery, send);
  switch (outcome?.state) {
    case 'sent':
      return notice(digestTexts.sentNow(linkTo({ ...send, message: outcome.message ?? null })));
    case 'empty': {
      const subject = chosen ? await subjectOf(chosen, context.sources) : {};
      const view = { period: send.period, ...(chosen ? { schedule: chosen } : {}) };
      return nothingToShow(context, { day, subject, view });
    }
    case 'failed':
    case 'skipped':
      return notice(digestTexts.notSentNow(outcome.reason ?? ''));
    default:
      return notice(digestTexts.onItsWay);
  }
}

async function status({ interaction, context, guild, digests }: Request): Promise<Outgoing> {
  const isNamed = interaction.options.getString('digest') !== null;
  const chosen = isNamed ? chosenDigest(interaction, digests) : null;
  const last = await lastDigests(context.store, guild, LISTED, chosen?.digest ?? null);
  const shown = await listed(interaction, context, chosen ? [chosen] : digests.slice(0, LISTED));
  return renderDigestStatus(shown, last, new Date(context.now()));
}

async function stop({ interaction, context, guild, digests }: Request): Promise<Outgoing> {
  const chosen = chosenDigest(interaction, digests);
  if (chosen === null) return notice(digestTexts.noSchedule);
  await deleteDigestSchedule(context.store, guild, chosen.digest);
  await abandonDigests(context.store, guild, chosen.digest, digestTexts.reason.stopped);
  return notice(digestTexts.stopped(escaped(chosen.name)));
}

/**
 * Returns the digest that is named; without a name the only one there is, or null if there is none.
 * @throws UserError `digest-unknown`, `digest-unclear`
 */
function chosenDigest(
  { options }: ChatInputCommandInteraction,
  digests: readonly DigestSchedule[],
): DigestSchedule | null {
  const typed = options.getString('digest');
  const names = digests.map(({ name }) => escaped(name)).join(', ');
  if (typed !== null) {
    const named = digests.find(({ name }) => sameName(name, typed));
    if (named) return named;
    const hint = names === '' ? digestTexts.noSchedule : digestTexts.whichOneHint(names);
    throw new UserError('digest-unknown', digestTexts.unknownName(escaped(typed)), hint);
  }
  const [only, ...others] = digests;
  if (others.length > 0) {
    throw new UserError('digest-unclear', digestTexts.whichOne, digestTexts.whichOneHint(names));
  }
  return only ?? null;
}

async function listed(
  { client }: ChatInputCommandInteraction,
  { store }: BotContext,
  digests: readonly DigestSchedule[],
): Promise<ListedDigest[]> {
  const own = digests[0] === undefined ? [] : await guildSources(store, digests[0].guild);
  return Promise.all(
    digests.map(async (schedule) => {
      const { channel, sources } = schedule;
      const problem = placeProblem(await digestPlace(client, channel), channel);
      return { schedule, sources: namesOf(sources, own), problem };
    }),
  );
}

function spanOf(day: string | null): string {
  return day === null ? digestTexts.span.next : digestTexts.span.day(dateInWords(day));
}

interface NothingShown {
  /** The one that was asked for. */
  readonly day: string | null;
  readonly subject: DigestSubject;
  readonly view: DigestView;
}

/** Says whether it was for want of articles, or only of stories about the topic. */
async function nothingToShow(
  { service, now: clock }: BotContext,
  { day, subject, view }: NothingShown,
): Promise<Outgoing> {
  const { topic } = subject;
  if (topic) {
    const all = await digestOfPeriod(service, view.period, { ...subject, topic: null });
    if (all.stories.length > 0) {
      return renderEmptyDigest(digestTexts.noStories(escaped(topic), spanOf(day)), null);
    }
  }
  const nearest = await service.nearestDay(day ?? new Date(clock()).toISOString().slice(0, 10));
  const line = day === null ? digestTexts.nothingNew : digestTexts.noArticles(spanOf(day));
  return renderEmptyDigest(line, nearest, view);
}

async function suggestions(
  interaction: AutocompleteInteraction,
  { store }: BotContext,
): Promise<APIApplicationCommandOptionChoice<string>[]> {
  const { name, value } = interaction.options.getFocused(true);
  const fits = (choice: string): boolean => choice.toLowerCase().includes(value.trim().toLowerCase());
  if (name === 'digest' || name === 'sources') {
    const guild = guildOf(interaction);
    // Only managers may know what else a server reads.
    if (guild === null || !interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return [];
    const choices =
      name === 'digest'
        ? (await readGuildDigests(store, guild)).map((each) => ({ name: each.name, value: each.name }))
        : sourceChoices(await guildSources(store, guild));
    return choices
      .filter((each) => fits(each.name) && each.value.length <= CHOICE_VALUE)
      .slice(0, CHOICES)
      .map((each) => ({ ...each, name: fitted(each.name, CHOICE_NAME) }));
  }
  if (name === 'timezone') {
    return suggestZones(value, CHOICES).map(({ zone, label }) => ({
      name: fitted(label, CHOICE_NAME),
      value: zone,
    }));
  }
  return DAY_SUGGESTIONS.filter(fits).map((days) => ({ name: days, value: days }));
}

function isKey<T extends object>(object: T, key: string | number | symbol): key is keyof T {
  return Object.hasOwn(object, key);
}
