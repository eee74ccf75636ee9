import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  TimestampStyles,
  time,
} from 'discord.js';
import { UserError } from '../../user-error.js';
import { type BotContext, logFault, outcomeMessage } from '../bot-context.js';
import { keepMissed } from '../messages/answering.js';
import { editOriginal, isCode } from '../messages/channel-messages.js';
import { parseCustomId } from '../rendering/custom-id.js';
import { texts } from '../rendering/texts.js';
import { type AnyInteraction, type CommandAnswer, isEphemeral } from './command.js';
import { CONTROLS, MESSAGE_COMMANDS, SLASH_COMMANDS } from './registry.js';

/** Answers commands, buttons, menus and autocomplete. Acknowledges each one before working on it. */
export async function handleInteraction(interaction: Interaction, context: BotContext): Promise<void> {
  if (!context.seen.add(interaction.id)) return;
  try {
    await route(interaction, context);
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownInteraction))
      context.log.warn('An interaction could not be acknowledged within 3 seconds');
    else logFault(context, error);
  }
}

async function route(interaction: Interaction, context: BotContext): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, context);
  if (interaction.isChatInputCommand()) return runSlashCommand(interaction, context);
  if (interaction.isMessageContextMenuCommand()) return runMessageCommand(interaction, context);
  if (interaction.isMessageComponent()) return press(interaction, context);
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
  if (!control.turnsPage || !isEphemeral(interaction)) return respond(interaction, context, true, answer);
  await acknowledged(interaction.deferUpdate());
  await show(interaction, context, answer);
}

async function respond(
  interaction: AnyInteraction,
  context: BotContext,
  isPrivate: boolean,
  answer: () => Promise<CommandAnswer>,
): Promise<void> {
  // A deferral accepts no other flag. The flag for components goes with the answer.
  await acknowledged(interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
  await show(interaction, context, answer);
}

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

async function show(
  interaction: AnyInteraction,
  context: BotContext,
  answer: () => Promise<CommandAnswer>,
): Promise<void> {
  let asked: CommandAnswer['asked'];
  let missed: CommandAnswer['missed'];
  const outgoing = await outcomeMessage(context, async () => {
    const made = await answer();
    ({ asked, missed } = made);
    return made.outgoing;
  });
  const id = await editOriginal(interaction, outgoing);
  if (asked) context.recent.add(id, asked);
  if (missed) await keepMissed(context, id, missed);
}

async function suggest(interaction: AutocompleteInteraction, context: BotContext): Promise<void> {
  const command = SLASH_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  const choices = await command?.suggest?.(interaction, context).catch((error: unknown) => {
    // Autocomplete cannot show an error; the command itself will.
    if (error instanceof UserError) return [];
    throw error;
  });
  await interaction.respond(choices ?? []);
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
