import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  Team,
} from 'discord.js';
import type { FeedDesk } from '../intake/poll-feed.js';
import { UserError } from '../user-error.js';
import type { Desk } from './desk.js';
import { intakeTexts as texts } from './intake-texts.js';

/** For commands of whoever runs the bot: hidden from members, and refused to everybody else. */
export const FOR_OWNER = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  // Nobody but administrators sees it, until a server says otherwise.
  default_member_permissions: '0',
};

/**
 * What takes articles in, for the owner of the bot's application or a member of the team that owns it.
 * @throws UserError `owner-only`, or `intake-missing` where nothing takes articles in
 */
export async function ownersFeedDesk(
  interaction: ChatInputCommandInteraction,
  { feeds }: Desk,
): Promise<FeedDesk> {
  // Asked anew each time: teams change.
  await interaction.client.application.fetch();
  if (!isOwner(interaction)) throw new UserError('owner-only', texts.ownerOnly);
  if (feeds === undefined) throw new UserError('intake-missing', texts.noIntake);
  return feeds;
}

/** As far as Discord has told us; nobody is, before the first command of an owner. */
export function isOwner({ client, user }: BaseInteraction): boolean {
  const owner = client.application?.owner;
  return owner instanceof Team ? owner.members.has(user.id) : owner?.id === user.id;
}
