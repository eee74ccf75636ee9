import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  Team,
} from 'discord.js';
import { UserError } from '../../user-error.js';
import { ingestTexts as texts } from '../rendering/ingest-texts.js';

/** For commands of whoever runs the bot: hidden from members, and refused to everybody else. */
export const FOR_OWNER = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  // Nobody but administrators sees it, until a server says otherwise.
  default_member_permissions: '0',
};

/**
 * For the owner of the bot's application or a member of the team that owns it.
 * @throws UserError `owner-only`
 */
export async function requireOwner(interaction: ChatInputCommandInteraction): Promise<void> {
  // Asked anew each time: teams change.
  await interaction.client.application.fetch();
  if (!isOwner(interaction)) throw new UserError('owner-only', texts.ownerOnly);
}

/** As far as Discord has told us; nobody is, before the first command of an owner. */
export function isOwner({ client, user }: BaseInteraction): boolean {
  const owner = client.application?.owner;
  return owner instanceof Team ? owner.members.has(user.id) : owner?.id === user.id;
}
