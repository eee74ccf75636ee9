import {
  type APIApplicationCommandOptionChoice,
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import type { QuestionAnswer } from '../messages/answering.js';
import type { Asked } from '../rendering/asked.js';
import { texts } from '../rendering/texts.js';

/** An answer to a command; `asked` when it answers a question, so that it can be continued. */
export interface CommandAnswer extends QuestionAnswer {
  readonly asked?: Asked;
}

interface Described {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
}

/** A slash command. It is acknowledged before `answer` begins, which may take its time. */
export interface SlashCommand extends Described {
  /** The cooldown of questions holds for it. */
  readonly isQuestion?: true;
  /** Whether only the one who asks sees the answer. */
  isPrivate(interaction: ChatInputCommandInteraction, context: BotContext): Promise<boolean>;
  answer(interaction: ChatInputCommandInteraction, context: BotContext): Promise<CommandAnswer>;
  suggest?(
    interaction: AutocompleteInteraction,
    context: BotContext,
  ): Promise<APIApplicationCommandOptionChoice<string>[]>;
}

/** A command in the menu of a message; its answer is always private. */
export interface MessageCommand extends Described {
  answer(interaction: MessageContextMenuCommandInteraction, context: BotContext): Promise<CommandAnswer>;
}

/** What a button or menu does; found by the first part of its custom id. */
export interface Control {
  readonly action: string;
  /** Turns the page where it was pressed, if only the one who presses sees that; else the answer is a private message. */
  readonly turnsPage: boolean;
  answer(
    interaction: MessageComponentInteraction,
    fields: readonly string[],
    context: BotContext,
  ): Promise<CommandAnswer>;
}

/** For commands that work anywhere, also where the bot is installed by a user only. */
export const ANYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** For commands of those who may manage a guild. */
export const FOR_MANAGERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** An interaction that is answered with a message. */
export type AnyInteraction =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | MessageContextMenuCommandInteraction;

/** The guild that an interaction belongs to; null in direct messages and where only a user installed the bot. */
export function guildOf({ guild }: Pick<AnyInteraction, 'guild'>): string | null {
  return guild?.id ?? null;
}

/**
 * The guild, for a member who may manage it.
 * @throws UserError `guild-only`, `managers-only`; the check is made here too, as a guild can open commands to anybody
 */
export function managedGuild(interaction: AnyInteraction): string {
  const guild = guildOf(interaction);
  if (guild === null) throw new UserError('guild-only', texts.guildOnly);
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    throw new UserError('managers-only', texts.managersOnly);
  }
  return guild;
}

/** Whether a message is seen by one person only. */
export function isEphemeral({ message }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}
