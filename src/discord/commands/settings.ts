import {
  type APIComponentInContainer,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { GuildSettings } from '../../store/guild-settings.js';
import type { BotContext } from '../bot-context.js';
import { customId } from '../rendering/custom-id.js';
import { container, type Outgoing, text } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import {
  type AnyInteraction,
  type Control,
  FOR_MANAGERS,
  managedGuild,
  type SlashCommand,
} from './command.js';
import { isOwner } from './owner.js';

const ACTION = 'settings';
const MOST_CHANNELS = 25;

export const settings: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'settings',
    description: texts.settings,
    ...FOR_MANAGERS,
  },
  isPrivate: async () => true,
  async answer(interaction, context) {
    const chosen = withoutGoneChannels(await context.settings.get(managedGuild(interaction)), interaction);
    return { outgoing: renderSettings(chosen, context, isOwner(interaction)) };
  },
};

/** Applies a change made in a menu of the settings. */
export const changeSettings: Control = {
  action: ACTION,
  updates: 'private',
  async answer(interaction, [name], context) {
    const guild = managedGuild(interaction);
    const values = interaction.isAnySelectMenu() ? interaction.values : [];
    const changed = withoutGoneChannels(
      { ...(await context.settings.get(guild)), ...change(name, values) },
      interaction,
    );
    await context.settings.set(guild, changed);
    return { outgoing: renderSettings(changed, context, isOwner(interaction)) };
  },
};

function change(name: string | undefined, values: readonly string[]): Partial<GuildSettings> {
  if (name === 'answer') return { answerChannels: values };
  if (name === 'open') return { openChannels: values };
  return { privateByDefault: values.includes('private') };
}

/** Removes deleted channels, as Discord rejects them as selected values. */
function withoutGoneChannels(settings: GuildSettings, { guild }: AnyInteraction): GuildSettings {
  const there = (id: string): boolean => guild?.channels.cache.has(id) === true;
  return {
    ...settings,
    answerChannels: settings.answerChannels.filter(there),
    openChannels: settings.openChannels.filter(there),
  };
}

function renderSettings(chosen: GuildSettings, { messageContent }: BotContext, forOwner: boolean): Outgoing {
  // Only the owner can switch it on.
  const off = forOwner ? texts.openNeedsContent : texts.openIsOff;
  return container([
    text(texts.settingsTitle),
    text(texts.answerChannels),
    channelMenu('answer', chosen.answerChannels),
    text(messageContent ? texts.openChannels : `${texts.openChannels}\n-# ${off}`),
    channelMenu('open', chosen.openChannels),
    text(texts.privacy),
    privacyMenu(chosen.privateByDefault),
  ]);
}

function channelMenu(name: string, chosen: readonly string[]): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.ChannelSelect,
        custom_id: customId(ACTION, name),
        placeholder: texts.chooseChannels,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
        min_values: 0,
        max_values: MOST_CHANNELS,
        default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
      },
    ],
  };
}

function privacyMenu(isPrivate: boolean): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId(ACTION, 'privacy'),
        options: [
          { label: texts.everyone, value: 'public', default: !isPrivate },
          { label: texts.onlyAsker, value: 'private', default: isPrivate },
        ],
      },
    ],
  };
}
