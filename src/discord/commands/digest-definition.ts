import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { FOR_MANAGERS } from './command.js';

const date = {
  type: ApplicationCommandOptionType.String,
  name: 'date',
  description: 'The news of this day, such as 2026-03-29; without it, the news since the last digest',
} as const;

/** `/digest` as Discord shows it. */
export const digestDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'digest',
  description: 'The stories of the day in a channel, every day',
  ...FOR_MANAGERS,
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'schedule',
      description: 'Post a digest regularly',
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'channel',
          description: 'Where it is posted',
          channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
          required: true,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'time',
          description: 'When, such as 08:00 or 8:30 pm',
          required: true,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'timezone',
          description: 'In whose time, such as Europe/Berlin; a city will do',
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'days',
          description: 'On which days: every day unless you say otherwise',
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: 'quiet-days',
          description: 'Post a line on days without articles too, instead of nothing',
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'preview',
      description: 'See a digest before anybody else does',
      options: [date],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'now',
      description: 'Post a digest now, beside those that are scheduled',
      options: [date],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'status',
      description: 'When the next one is due, and what became of the last ones',
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'stop',
      description: 'Post no more digests',
    },
  ],
};
