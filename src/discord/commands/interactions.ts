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
import { type Desk, logFault, outcome } from '../bot-context.js';
import { editOriginal, isCode } from '../messages/channel-messages.js';
import { parseCustomId } from '../rendering/custom-id.js';
import { texts } from '../rendering/texts.js';
import { type AnyInteraction, type CommandAnswer, isEphemeral } from './command.js';
import { CONTROLS, MESSAGE_COMMANDS, SLASH_COMMANDS } from './registry.js';

/** Answers commands, buttons, menus and autocomplete: acknowledged first, then worked on. */
export async function handleInteraction(interaction: Interaction, desk: Desk): Promise<void> {
  if (!desk.seen.add(interaction.id)) return;
  try {
    await route(interaction, desk);
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownInteraction))
      desk.log.warn('An interaction could not be acknowledged within 3 seconds');
    else logFault(desk, error);
  }
}

async function route(interaction: Interaction, desk: Desk): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, desk);
  if (interaction.isChatInputCommand()) return runSlashCommand(interaction, desk);
  if (interaction.isMessageContextMenuCommand()) return runMessageCommand(interaction, desk);
  if (interaction.isMessageComponent()) return press(interaction, desk);
}

async function runSlashCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const command = SLASH_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  if (!command) return respond(interaction, desk, true, unknown);
  const refusal = command.isQuestion ? cooldownOf(interaction, desk) : null;
  if (refusal) return respond(interaction, desk, true, refusal);
  const isPrivate = await command.isPrivate(interaction, desk);
  return respond(interaction, desk, isPrivate, () => command.answer(interaction, desk));
}

async function runMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  desk: Desk,
): Promise<void> {
  const command = MESSAGE_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  const answer = command ? () => command.answer(interaction, desk) : unknown;
  return respond(interaction, desk, true, cooldownOf(interaction, desk) ?? answer);
}

async function press(interaction: MessageComponentInteraction, desk: Desk): Promise<void> {
  const { action, fields } = parseCustomId(interaction.customId);
  const control = CONTROLS.find((each) => each.action === action);
  if (!control) return respond(interaction, desk, true, unknown);
  const answer = (): Promise<CommandAnswer> => control.answer(interaction, fields, desk);
  if (!control.turnsPage || !isEphemeral(interaction)) return respond(interaction, desk, true, answer);
  await acknowledged(interaction.deferUpdate());
  await show(interaction, desk, answer);
}

async function respond(
  interaction: AnyInteraction,
  desk: Desk,
  isPrivate: boolean,
  answer: () => Promise<CommandAnswer>,
): Promise<void> {
  // A deferral takes no other flag; that the answer has components is said with the answer.
  await acknowledged(interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
  await show(interaction, desk, answer);
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
  desk: Desk,
  answer: () => Promise<CommandAnswer>,
): Promise<void> {
  let asked: CommandAnswer['asked'];
  const outgoing = await outcome(desk, async () => {
    const made = await answer();
    asked = made.asked;
    return made.outgoing;
  });
  const id = await editOriginal(interaction, outgoing);
  if (asked) desk.recent.add(id, asked);
}

async function suggest(interaction: AutocompleteInteraction, desk: Desk): Promise<void> {
  const command = SLASH_COMMANDS.find(({ definition }) => definition.name === interaction.commandName);
  const choices = await command?.suggest?.(interaction, desk).catch((error: unknown) => {
    // Nobody can be told; the command itself will say it.
    if (error instanceof UserError) return [];
    throw error;
  });
  await interaction.respond(choices ?? []);
}

/** Null, or the answer that somebody must wait; an interaction is always answered, so it may be said again. */
function cooldownOf({ user }: AnyInteraction, desk: Desk): (() => Promise<never>) | null {
  const permit = desk.cooldown.ask(user.id, desk.now());
  if (permit === 'granted') return null;
  const when = time(Math.ceil(permit.from / 1000), TimestampStyles.RelativeTime);
  return () => Promise.reject(new UserError('cooldown', texts.cooldown(when)));
}

function unknown(): Promise<never> {
  return Promise.reject(new UserError('control-unknown', texts.unknownControl));
}
