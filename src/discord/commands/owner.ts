import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  Team,
} from 'discord.js';
import { UserError } from '../../user-error.js';
import { ingestTexts as texts } from '../rendering/ingest-texts.js';

/**
 * Options of commands for the operator of the bot: hidden from members and refused to everybody else. Not in
 * direct messages, where a command is shown to everybody. With OPERATOR_SERVER they are registered in that
 * server only, and administrators of other servers do not see them either.
 */
export const FOR_OWNER = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  // Only administrators see the command, unless a server allows others.
  default_member_permissions: '0',
};

/**
 * Checks that the person owns the bot's application, or is in the team that owns it.
 * @throws UserError `owner-only`
 */
export async function requireOwner(interaction: ChatInputCommandInteraction): Promise<void> {
  // Fetched each time, because teams change.
  await interaction.client.application.fetch();
  if (!isOwner(interaction)) throw new UserError('owner-only', texts.ownerOnly);
}

/**
 * Returns whether the person owns the bot, as far as Discord has told us. Before an owner's first command,
 * nobody does.
 */
export function isOwner({ client, user }: BaseInteraction): boolean {
  const owner = client.application?.owner;
  return owner instanceof Team ? owner.members.has(user.id) : owner?.id === user.id;
}
