import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { guildStats } from '../../../store/counts/tallies.js';
import { dayOf } from '../../../store/questions.js';
import { managingTexts } from '../../rendering/managing/managing-texts.js';
import { LISTED, renderStats } from '../../rendering/managing/render-stats.js';
import { FOR_MANAGERS, managedGuild, type SlashCommand } from '../command.js';

const USUAL_DAYS = 30;
const MOST_DAYS = 365;
const DAY = 24 * 60 * 60 * 1000;

/** Counts what was asked in a server. */
export const stats: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'stats',
    description: managingTexts.stats,
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'days',
        description: managingTexts.statsDays,
        min_value: 1,
        max_value: MOST_DAYS,
      },
    ],
    ...FOR_MANAGERS,
  },
  isPrivate: async () => true,
  async answer(interaction, { store, storeQuestions, retentionDays, now }) {
    const guild = managedGuild(interaction);
    // Nothing older is kept.
    const days = Math.min(interaction.options.getInteger('days') ?? USUAL_DAYS, retentionDays);
    const since = dayOf(new Date(now() - (days - 1) * DAY));
    return { outgoing: renderStats(await guildStats(store, guild, since, LISTED), days, storeQuestions) };
  },
};
