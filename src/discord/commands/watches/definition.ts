import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { WORDS_LIMIT } from '../../../watch/subject.js';
import { watchTexts as texts } from '../../rendering/watches/watch-texts.js';
import { ANYWHERE } from '../command.js';

/** The most alerts a day that a watch may send. */
const MOST_A_DAY = 20;

/** `/watch` as Discord shows it. */
export const watchDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'watch',
  description: texts.command,
  ...ANYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'words',
      description: texts.optionWords,
      max_length: WORDS_LIMIT,
    },
    {
      type: ApplicationCommandOptionType.Channel,
      name: 'channel',
      description: texts.optionChannel,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread],
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'most',
      description: texts.optionMost,
      min_value: 0,
      max_value: MOST_A_DAY,
    },
    { type: ApplicationCommandOptionType.String, name: 'quiet', description: texts.optionQuiet },
    {
      type: ApplicationCommandOptionType.String,
      name: 'timezone',
      description: texts.optionZone,
      autocomplete: true,
    },
  ],
};
