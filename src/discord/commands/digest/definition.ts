import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { FOR_MANAGERS } from '../command.js';
import { LONGEST_NAME, MOST_STORIES } from './digest-options.js';

const { Subcommand, String: Text, Channel, Boolean: YesOrNo, Integer } = ApplicationCommandOptionType;

const digest = {
  type: Text,
  name: 'digest',
  description: 'Which one, if this server has several',
  autocomplete: true,
} as const;
const date = {
  type: Text,
  name: 'date',
  description: 'The news of this day, such as 2026-03-29; without it, the news since the last digest',
} as const;
const topic = {
  type: Text,
  name: 'topic',
  description: 'What its stories should be about, such as climate policy; all news unless you say otherwise',
} as const;

const where: APIApplicationCommandBasicOption = {
  type: Channel,
  name: 'channel',
  description: 'Where it is posted: a channel, a forum or a thread',
  channel_types: [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.GuildForum,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
    ChannelType.AnnouncementThread,
  ],
};
const when = {
  type: Text,
  name: 'time',
  description: 'When: 08:00, several times as 8:00, 18:00, or every 6 hours',
} as const;
const zone = {
  type: Text,
  name: 'timezone',
  description: 'Time zone, such as Europe/Berlin; a city will do',
  autocomplete: true,
} as const;

/** What can be said of a digest beside where and when. */
const details: APIApplicationCommandBasicOption[] = [
  {
    type: Text,
    name: 'days',
    description: 'On which days: every day unless you say otherwise',
    autocomplete: true,
  },
  topic,
  {
    type: Text,
    name: 'sources',
    description:
      'From which sources, with commas between; “shared”: what all servers get; all unless you say so',
    autocomplete: true,
  },
  {
    type: Integer,
    name: 'stories',
    description: 'How many stories it tells; there is a line for each of the others behind a button',
    min_value: 1,
    max_value: MOST_STORIES,
  },
  { type: Text, name: 'name', description: 'What it is called', max_length: LONGEST_NAME },
  {
    type: YesOrNo,
    name: 'publish',
    description: 'In an announcement channel: publish it to the servers that follow the channel',
  },
  {
    type: YesOrNo,
    name: 'quiet-days',
    description: 'Say so when there is nothing to tell, instead of posting nothing',
  },
];

const subcommands: APIApplicationCommandSubcommandOption[] = [
  {
    type: Subcommand,
    name: 'schedule',
    description: 'Add a digest',
    options: [
      { ...where, required: true },
      { ...when, required: true },
      { ...zone, required: true },
      ...details,
    ],
  },
  {
    type: Subcommand,
    name: 'edit',
    description: 'Change a digest; what you leave out stays as it is',
    options: [digest, where, when, zone, ...details],
  },
  { type: Subcommand, name: 'list', description: 'All digests of this server, and when the next ones come' },
  {
    type: Subcommand,
    name: 'preview',
    description: 'See a digest before anybody else does',
    options: [digest, topic, date],
  },
  {
    type: Subcommand,
    name: 'now',
    description: 'Post a digest now, beside those that are scheduled',
    options: [digest, date],
  },
  {
    type: Subcommand,
    name: 'status',
    description: 'When the next one is due, and what became of the last ones',
    options: [digest],
  },
  { type: Subcommand, name: 'stop', description: 'Post a digest no more', options: [digest] },
];

/** `/digest` as Discord shows it. */
export const digestDefinition: RESTPostAPIApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'digest',
  description: 'The stories of the day in a channel, on the days and at the times you choose',
  ...FOR_MANAGERS,
  options: subcommands,
};
