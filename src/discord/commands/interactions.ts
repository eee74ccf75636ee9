import { setTimeout as delay } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  TimestampStyles,
  time,
} from 'discord.js';
import { claimInteraction, settleInteraction } from '../../store/interactions.js';
import { UserError } from '../../user-error.js';
import { onBehalfOf } from '../asker.js';
import { type BotContext, logFault, outcomeMessage } from '../bot-context.js';
import { contextOfGuild } from '../context-of-guild.js';
import { keepMissed } from '../messages/answering.js';
import { answerPrivately, editOriginal, isCode, tellPrivately } from '../messages/channel-messages.js';
import { parseCustomId } from '../rendering/custom-id.js';
import { notice, type Outgoing } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { requestFailure } from '../request-failure.js';
import { isUnlikeRegistered } from '../unlike-registered.js';
import { type AnyInteraction, type CommandAnswer, guildOf, isEphemeral } from './command.js';
import { CONTROLS, MESSAGE_COMMANDS, SLASH_COMMANDS } from './registry.js';

/** How long the store may take to say whether an interaction is ours, in milliseconds. */
const PATIENCE = 800;

/** Answers commands, buttons, menus and autocomplete. Acknowledges each one before working on it. */
export async function handleInteraction(interaction: Interaction, everywhere: BotContext): Promise<void> {
  const context = contextOfGuild(everywhere, guildOf(interaction));
  if (!context.seen.add(interaction.id)) return;
  if (interaction.isAutocomplete()) return handled(context, () => suggest(interaction, context));
  if (!(await claimed(interaction, context))) return;
  await handled(context, () => route(interaction, context));
  await settleInteraction(context.store, interaction.id).catch((error) => void logFault(context, error));
}

async function handled(context: BotContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownInteraction))
      context.log.warn('An interaction could not be acknowledged within 3 seconds');
    else logFault(context, error);
  }
}

/**
 * Claims an interaction, so that no other process answers it, and one does if this one dies. If the store does not say
 * in time, we answer.
 */
async function claimed(
  { id, applicationId: application, token }: Interaction,
  context: BotContext,
): Promise<boolean> {
  const { store, now, holder } = context;
  const claim = claimInteraction(store, { interaction: id, application, token }, now(), holder);
  const told = claim.catch((error) => {
    logFault(context, error);
    return true;
  });
  return Promise.race([told, delay(PATIENCE, true, { ref: false })]);
}

async function route(interaction: Interaction, context: BotContext): Promise<void> {
  if (interaction.isChatInputCommand())
    return acknowledging(interaction, context, () => runSlashCommand(interaction, context));
  if (interaction.isMessageContextMenuCommand())
    return acknowledging(interaction, context, () => runMessageCommand(interaction, context));
  if (interaction.isMessageComponent())
    return acknowledging(interaction, context, () => press(interaction, context));
}

/** Leaves nobody without an acknowledgement: a forged command may make the very first look at it fail. */
async function acknowledging(
  interaction: AnyInteraction,
  context: BotContext,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (interaction.deferred || interaction.replied || requestFailure(error) !== null) throw error;
    await respond(interaction, context, true, () => Promise.reject(error));
  }
}

async function runSlashCommand(interaction: ChatInputCommandInteraction, context: BotContext): Promise<void> {
  const command = SLASH_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  if (!command) return respond(interaction, context, true, unknown);
  const refusal = command.isQuestion ? cooldownOf(interaction, context) : null;
  if (refusal) return respond(interaction, context, true, refusal);
  const isPrivate = await command.isPrivate(interaction, context);
  return respond(interaction, context, isPrivate, () => command.answer(interaction, context));
}

async function runMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  context: BotContext,
): Promise<void> {
  const command = MESSAGE_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  const answer = command ? () => command.answer(interaction, context) : unknown;
  return respond(interaction, context, true, cooldownOf(interaction, context) ?? answer);
}

async function press(interaction: MessageComponentInteraction, context: BotContext): Promise<void> {
  const { action, fields } = parseCustomId(interaction.customId);
  const control = CONTROLS.find((each) => each.action === action);
  if (!control) return respond(interaction, context, true, unknown);
  const answer = (): Promise<CommandAnswer> => control.answer(interaction, fields, context);
  if (control.updates === 'always') return update(interaction, context, answer);
  if (control.updates === 'never' || !isEphemeral(interaction))
    return respond(interaction, context, true, answer);
  await acknowledged(interaction.deferUpdate());
  await show(interaction, context, answer);
}

/** Updates a message that others see too. If that fails, it stays as it is, and only the person is told. */
async function update(
  interaction: MessageComponentInteraction,
  context: BotContext,
  answer: () => Promise<CommandAnswer>,
): Promise<void> {
  await acknowledged(interaction.deferUpdate());
  const answers: CommandAnswer[] = [];
  const outcome = await outcomeMessage(context, async () => {
    const given = await answer();
    answers.push(given);
    return given.outgoing;
  });
  const outgoing = await context.commands.clickable(outcome, interaction.guildId);
  const [given] = answers;
  if (!given) {
    await tellPrivately(interaction, outgoing);
    return;
  }
  try {
    const id = await editOriginal(interaction, outgoing);
    if (given.asked) context.recent.add(id, given.asked);
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  }
}

async function respond(
  interaction: AnyInteraction,
  context: BotContext,
  isPrivate: boolean,
  answer: () => Promise<CommandAnswer>,
): Promise<void> {
  // A deferral accepts no other flag. The flag for components goes with the answer.
  await acknowledged(interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
  await show(interaction, context, answer, isPrivate ? editOriginal : answerEither, true);
}

type Send = (interaction: AnyInteraction, outgoing: Outgoing, concernsAsker: boolean) => Promise<string>;

/** Everybody sees an answer that others profit from; only whoever asked sees the rest. */
const answerEither: Send = (interaction, outgoing, concernsAsker) =>
  concernsAsker && interaction.ephemeral === false
    ? answerPrivately(interaction, outgoing)
    : editOriginal(interaction, outgoing);

/**
 * Accepts "already acknowledged" as success: if the first confirmation is lost, discord.js repeats the
 * request and gets that error.
 */
async function acknowledged(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  }
}

/** @param isPending whether nothing is shown yet but that an answer is coming */
async function show(
  interaction: AnyInteraction,
  context: BotContext,
  answer: () => Promise<CommandAnswer>,
  send: Send = editOriginal,
  isPending = false,
): Promise<void> {
  const told: Promise<unknown>[] = [];
  const tellLate = async (): Promise<void> => {
    // What is there already is not overwritten, and nothing is said twice.
    if (!isPending || told.length > 0) return;
    told.push(editOriginal(interaction, notice(texts.late)).catch(() => undefined));
  };
  const party = interaction.guildId ?? interaction.user.id;
  const {
    outgoing,
    concernsAsker = false,
    asked,
    missed,
  } = await onBehalfOf({ party, tellLate }, () => made(context, answer));
  await Promise.all(told);
  let id: string;
  try {
    id = await send(
      interaction,
      await context.commands.clickable(outgoing, interaction.guildId),
      concernsAsker,
    );
  } catch (error) {
    return endWaiting(interaction, logFault(context, error), error);
  }
  if (asked) context.recent.add(id, asked);
  if (missed) await keepMissed(context, { message: id, asker: interaction.user.id }, missed);
}

/** What was made, or the reason why not, which concerns whoever asked alone. */
async function made(context: BotContext, answer: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
  const answers: CommandAnswer[] = [];
  const outgoing = await outcomeMessage(context, async () => {
    const given = await answer();
    answers.push(given);
    return given.outgoing;
  });
  return answers[0] ?? { outgoing, concernsAsker: true };
}

/** Pauses before each attempt to end somebody's waiting, in milliseconds. */
const PAUSES = [0, 5_000, 30_000, 120_000, 300_000];
/** With these Discord says that nobody waits any more. */
const NOBODY_WAITS: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.InvalidWebhookToken,
]);

/** Puts a sentence in the place of an answer that Discord did not take. */
async function endWaiting(interaction: AnyInteraction, fault: string, reason: unknown): Promise<void> {
  let error = reason;
  for (const pause of PAUSES) {
    if (error instanceof DiscordAPIError && NOBODY_WAITS.has(error.code)) return;
    await delay(pause, undefined, { ref: false });
    try {
      await editOriginal(interaction, notice(texts.fault(fault)));
      return;
    } catch (failed) {
      error = failed;
    }
  }
}

async function suggest(interaction: AutocompleteInteraction, context: BotContext): Promise<void> {
  const command = SLASH_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  const choices = await command?.suggest?.(interaction, context).catch((error: unknown) => {
    // Autocomplete cannot show an error; the command itself will.
    if (error instanceof UserError || isUnlikeRegistered(error)) return [];
    throw error;
  });
  // Another process that shares the token may have been faster.
  await acknowledged(interaction.respond(choices ?? []));
}

/**
 * Returns null, or an answer that tells the person to wait. An interaction must be answered, so this may be
 * said repeatedly.
 */
function cooldownOf({ user }: AnyInteraction, context: BotContext): (() => Promise<never>) | null {
  const permit = context.cooldown.ask(user.id, context.now());
  if (permit === 'granted') return null;
  const when = time(Math.ceil(permit.from / 1000), TimestampStyles.RelativeTime);
  return () => Promise.reject(new UserError('cooldown', texts.cooldown(when)));
}

function unknown(): Promise<never> {
  return Promise.reject(new UserError('control-unknown', texts.unknownControl));
}
