import { ApplicationCommandType, type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { container, separator, text } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type SlashCommand } from './command.js';
import { isOwner } from './owner.js';

export const help: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'help',
    description: texts.helpCommand,
    ...ANYWHERE,
  },
  isPrivate: async () => true,
  async answer(interaction) {
    const others = helpForOthers(interaction).flatMap((part) => [separator(), text(part)]);
    return { outgoing: container([text(texts.helpMembers), ...others]) };
  },
};

/** What only managers and the owner can do is shown to nobody else. */
function helpForOthers(interaction: ChatInputCommandInteraction): string[] {
  const manages =
    interaction.guild !== null && interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild);
  return [...(manages ? [texts.helpManagers] : []), ...(isOwner(interaction) ? [texts.helpOwner] : [])];
}
