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

/** Answers commands, buttons, menus and autocomplete: acknowledged first, then worked on. */
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
  // A deferral takes no other flag; that the answer has components is said with the answer.
  await acknowledged(interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
  await show(interaction, context, answer);
}

/** When the confirmation of a first request was lost, the second hears that it is acknowledged already: so it is. */
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
    // Nobody can be told; the command itself will say it.
    if (error instanceof UserError) return [];
    throw error;
  });
  await interaction.respond(choices ?? []);
}

/** Null, or the answer that somebody must wait; an interaction is always answered, so it may be said again. */
function cooldownOf({ user }: AnyInteraction, context: BotContext): (() => Promise<never>) | null {
  const permit = context.cooldown.ask(user.id, context.now());
  if (permit === 'granted') return null;
  const when = time(Math.ceil(permit.from / 1000), TimestampStyles.RelativeTime);
  return () => Promise.reject(new UserError('cooldown', texts.cooldown(when)));
}

function unknown(): Promise<never> {
  return Promise.reject(new UserError('control-unknown', texts.unknownControl));
}
