import { ApplicationCommandType, ButtonStyle, PermissionFlagsBits } from 'discord.js';
import { forgetGuild, forgetPerson } from '../../store/forgetting.js';
import type { BotContext } from '../bot-context.js';
import { customId } from '../rendering/custom-id.js';
import { button, buttonRow, container, notice, type Outgoing, text } from '../rendering/message.js';
import { privacyTexts as texts } from '../rendering/privacy-texts.js';
import { ANYWHERE, type AnyInteraction, type Control, managedGuild, type SlashCommand } from './command.js';

const ACTION = 'erase';

/** Says what is kept and for how long, and deletes it for whoever may have it deleted. */
export const privacy: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'privacy',
    description: texts.command,
    ...ANYWHERE,
  },
  isPrivate: async () => true,
  async answer(interaction, context) {
    return { outgoing: renderPrivacy(interaction, context) };
  },
};

function renderPrivacy(interaction: AnyInteraction, { storeQuestions, retentionDays }: BotContext): Outgoing {
  const lines = texts.lines({ storeQuestions, days: retentionDays });
  const manages =
    interaction.guild !== null && interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild);
  const buttons = [button(customId(ACTION, 'mine'), texts.mine)];
  if (manages) buttons.push(button(customId(ACTION, 'server'), texts.server));
  return container([
    text([texts.title, ...lines.map((line) => `- ${line}`)].join('\n')),
    buttonRow(...buttons),
  ]);
}

/** Deletes what a member asked, or after a second press what is kept of a server. */
export const erase: Control = {
  action: ACTION,
  updates: 'private',
  async answer(interaction, [what], context) {
    if (what === 'mine') {
      const { questions, votes, watches } = await forgetPerson(context.store, interaction.user.id);
      return { outgoing: notice(texts.deleted({ questions, votes, watches })) };
    }
    const guild = managedGuild(interaction);
    if (what === 'server') return { outgoing: renderSure() };
    if (what !== 'server-surely') return { outgoing: notice(texts.serverKept) };
    await forgetGuild(context.store, guild);
    context.settings.forget(guild);
    context.sources.forget(guild);
    context.log.info(`What was kept of server ${guild} was deleted for its managers`);
    return { outgoing: notice(texts.serverDeleted) };
  },
};

function renderSure(): Outgoing {
  const yes = { ...button(customId(ACTION, 'server-surely'), texts.yes), style: ButtonStyle.Danger as const };
  return container([text(texts.sure), buttonRow(yes, button(customId(ACTION, 'no'), texts.no))]);
}
