import {
  type APIApplicationCommandOptionChoice,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  channelMention,
  messageLink,
} from 'discord.js';
import { dateInWords } from '../../answer/quotes/citation.js';
import { readDay } from '../../digest/schedule/days.js';
import { keyOfDays, keyOfSpan } from '../../digest/schedule/period-key.js';
import { nextOccurrence, previousOccurrence } from '../../digest/schedule/schedule.js';
import { DAY_SUGGESTIONS, readSchedule, scheduleInWords } from '../../digest/schedule/schedule-words.js';
import { suggestZones } from '../../digest/schedule/zones.js';
import {
  type DigestSchedule,
  deleteDigestSchedule,
  readDigestSchedule,
  writeDigestSchedule,
} from '../../store/digest-schedules.js';
import { abandonDigests, lastDigests } from '../../store/digest-sends.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import { digestOfPeriod } from '../digest-of-period.js';
import { deliverDigest, deliveryOf } from '../digests/delivery.js';
import { missingPermissions } from '../digests/permissions.js';
import { digestTexts } from '../rendering/digest-texts.js';
import { escaped } from '../rendering/escape.js';
import { fitted } from '../rendering/fit.js';
import { CHOICE_NAME, CHOICES } from '../rendering/limits.js';
import { notice, type Outgoing } from '../rendering/message.js';
import { renderDigest, renderEmptyDigest } from '../rendering/render-digest.js';
import { inReadersTime, renderDigestStatus } from '../rendering/render-digest-status.js';
import { type CommandAnswer, managedGuild, type SlashCommand } from './command.js';
import { digestDefinition } from './digest-definition.js';

const LISTED = 5;
const DAY = 24 * 60 * 60 * 1000;

export const digest: SlashCommand = {
  definition: digestDefinition,
  isPrivate: async () => true,
  async answer(interaction, context) {
    const guild = managedGuild(interaction);
    const subcommands = { schedule, preview, now, status, stop };
    const name = interaction.options.getSubcommand();
    if (!isKey(subcommands, name)) throw new Error(`A subcommand ${name} that was never registered`);
    return subcommands[name]({ interaction, context, guild });
  },
  async suggest(interaction) {
    return suggestions(interaction);
  },
};

interface Request {
  readonly interaction: ChatInputCommandInteraction;
  readonly context: BotContext;
  readonly guild: string;
}

async function schedule({ interaction, context, guild }: Request): Promise<CommandAnswer> {
  const { options } = interaction;
  const when = readSchedule(
    options.getString('time', true),
    options.getString('timezone', true),
    options.getString('days'),
  );
  const channel = options.getChannel('channel', true).id;
  await requirePermissions(interaction, channel);
  const since = context.now();
  const quietLine = options.getBoolean('quiet-days') ?? false;
  await abandonDigests(context.store, guild, digestTexts.reason.stopped);
  await writeDigestSchedule(context.store, { guild, channel, ...when, quietLine, since });
  const next = inReadersTime(nextOccurrence(when, new Date(since)));
  return { outgoing: notice(digestTexts.scheduled(scheduleInWords(when), channelMention(channel), next)) };
}

async function preview({ interaction, context, guild }: Request): Promise<CommandAnswer> {
  const key = chosenPeriod(interaction, await readDigestSchedule(context.store, guild), context.now());
  const ofPeriod = await digestOfPeriod(context.service, key);
  if (ofPeriod.stories.length === 0) return { outgoing: await nothingToShow(interaction, context) };
  return { outgoing: renderDigest(ofPeriod, { period: key }) };
}

async function now({ interaction, context, guild }: Request): Promise<CommandAnswer> {
  const scheduled = await readDigestSchedule(context.store, guild);
  const channel = scheduled?.channel ?? interaction.channelId;
  await requirePermissions(interaction, channel);
  const period = chosenPeriod(interaction, scheduled, context.now());
  const delivery = deliveryOf(context, interaction.client);
  // The command's timestamp identifies this digest, so a command that is received twice sends only one.
  const due = interaction.createdTimestamp;
  const outcome = await deliverDigest(delivery, { guild, due, channel, period });
  switch (outcome?.state) {
    case 'sent':
      return { outgoing: notice(digestTexts.sentNow(messageLink(channel, outcome.message ?? '', guild))) };
    case 'empty':
      return { outgoing: await nothingToShow(interaction, context) };
    case 'failed':
    case 'skipped':
      return { outgoing: notice(digestTexts.notSentNow(outcome.reason ?? '')) };
    default:
      return { outgoing: notice(digestTexts.onItsWay) };
  }
}

async function status({ interaction, context, guild }: Request): Promise<CommandAnswer> {
  const scheduled = await readDigestSchedule(context.store, guild);
  const problem = scheduled && (await permissionProblem(interaction, scheduled.channel));
  const last = await lastDigests(context.store, guild, LISTED);
  return { outgoing: renderDigestStatus(scheduled, problem, last, new Date(context.now())) };
}

async function stop({ context, guild }: Request): Promise<CommandAnswer> {
  const stopped = await deleteDigestSchedule(context.store, guild);
  await abandonDigests(context.store, guild, digestTexts.reason.stopped);
  return { outgoing: notice(stopped ? digestTexts.stopped : digestTexts.noSchedule) };
}

/**
 * Returns the day that was asked for; otherwise the time since the last scheduled digest; otherwise the last
 * day.
 */
function chosenPeriod(
  interaction: ChatInputCommandInteraction,
  scheduled: DigestSchedule | null,
  moment: number,
): string {
  const day = chosenDay(interaction);
  if (day !== null) return keyOfDays(day, day);
  const until = new Date(moment);
  if (!scheduled) return keyOfSpan(new Date(moment - DAY), until, 'UTC');
  return keyOfSpan(previousOccurrence(scheduled, until), until, scheduled.zone);
}

function chosenDay(interaction: ChatInputCommandInteraction): string | null {
  const typed = interaction.options.getString('date');
  if (typed === null) return null;
  const day = readDay(typed, new Date(interaction.createdTimestamp).toISOString().slice(0, 10));
  if (day === null)
    throw new UserError('date-unclear', digestTexts.dateUnclear(escaped(typed)), digestTexts.dateHint);
  return day;
}

async function nothingToShow(
  interaction: ChatInputCommandInteraction,
  { service, now: clock }: BotContext,
): Promise<Outgoing> {
  const day = chosenDay(interaction);
  const span = day === null ? digestTexts.span.next : digestTexts.span.day(dateInWords(day));
  const nearest = await service.nearestDay(day ?? new Date(clock()).toISOString().slice(0, 10));
  return renderEmptyDigest(digestTexts.noArticles(span), nearest);
}

/** @throws UserError `digest-permissions` */
async function requirePermissions(interaction: ChatInputCommandInteraction, channel: string): Promise<void> {
  const problem = await permissionProblem(interaction, channel);
  if (problem !== null) throw new UserError('digest-permissions', problem);
}

async function permissionProblem(
  { client }: ChatInputCommandInteraction,
  channel: string,
): Promise<string | null> {
  const missing = await missingPermissions(client, channel);
  if (missing === null) return digestTexts.unknownChannel(channelMention(channel));
  return missing.length === 0 ? null : digestTexts.missing(channelMention(channel), missing);
}

function suggestions(interaction: AutocompleteInteraction): APIApplicationCommandOptionChoice<string>[] {
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'timezone') {
    return suggestZones(value, CHOICES).map(({ zone, label }) => ({
      name: fitted(label, CHOICE_NAME),
      value: zone,
    }));
  }
  const fitting = DAY_SUGGESTIONS.filter((days) => days.toLowerCase().includes(value.trim().toLowerCase()));
  return fitting.map((days) => ({ name: days, value: days }));
}

function isKey<T extends object>(object: T, key: string | number | symbol): key is keyof T {
  return Object.hasOwn(object, key);
}
