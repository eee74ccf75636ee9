import {
  type APIApplicationCommandOptionChoice,
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type BaseInteraction,
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
import type { QuestionAnswer } from '../messages/question-answer.js';
import type { Asked } from '../rendering/asked.js';
import { texts } from '../rendering/texts.js';

/** An answer to a command. `asked` is set if it answers a question, so that the conversation can go on. */
export interface CommandAnswer extends QuestionAnswer {
  readonly asked?: Asked;
}

interface Described {
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  /** Whether only the operator of the bot can use it. */
  readonly isForOwner?: true;
}

/** A slash command. It is acknowledged before `answer` starts, so `answer` may take its time. */
export interface SlashCommand extends Described {
  /** Whether the cooldown for questions applies to it. */
  readonly isQuestion?: true;
  /** Returns whether only the person who asks sees the answer. */
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

/** What a button or menu does. It is found by the first part of its custom id. */
export interface Control {
  readonly action: string;
  /**
   * Whether a press updates the message in place: always, if only the person who pressed sees the message, or
   * never. Otherwise the answer is a private message.
   */
  readonly updates: 'always' | 'private' | 'never';
  answer(
    interaction: MessageComponentInteraction,
    fields: readonly string[],
    context: BotContext,
  ): Promise<CommandAnswer>;
}

/** Options of commands that work anywhere, including where only a user installed the bot. */
export const ANYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Options of commands for people who may manage a guild. */
export const FOR_MANAGERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

/** An interaction that gets a message as its answer. */
export type AnyInteraction =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | MessageContextMenuCommandInteraction;

/** Returns the guild of an interaction; null in direct messages and where only a user installed the bot. */
export function guildOf({ guild }: Pick<BaseInteraction, 'guild'>): string | null {
  return guild?.id ?? null;
}

/**
 * Returns the guild, if the member may manage it. Checks this although Discord does, because a guild can open
 * commands to anybody.
 * @throws UserError `guild-only`, `managers-only`
 */
export function managedGuild(interaction: Pick<BaseInteraction, 'guild' | 'memberPermissions'>): string {
  const guild = guildOf(interaction);
  if (guild === null) throw new UserError('guild-only', texts.guildOnly);
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    throw new UserError('managers-only', texts.managersOnly);
  }
  return guild;
}

/** Returns whether only one person sees a message. */
export function isEphemeral({ message }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}
