import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { FOR_MANAGERS, type SlashCommand } from '../command.js';
import { sourcesTexts as texts } from './sources-texts.js';

const source = {
  type: ApplicationCommandOptionType.String,
  name: 'source',
  description: texts.source,
  required: true,
  autocomplete: true,
} as const;

const subcommand = ApplicationCommandOptionType.Subcommand;

export const definition: SlashCommand['definition'] = {
  type: ApplicationCommandType.ChatInput,
  name: 'sources',
  description: texts.command,
  ...FOR_MANAGERS,
  options: [
    {
      type: subcommand,
      name: 'add',
      description: texts.add,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'address',
          description: texts.address,
          required: true,
          max_length: 2000,
        },
      ],
    },
    { type: subcommand, name: 'list', description: texts.list },
    {
      type: subcommand,
      name: 'exclude',
      description: texts.exclude,
      options: [
        source,
        {
          type: ApplicationCommandOptionType.String,
          name: 'words',
          description: texts.words,
          max_length: 1000,
        },
      ],
    },
    { type: subcommand, name: 'remove', description: texts.remove, options: [source] },
    {
      type: subcommand,
      name: 'import',
      description: texts.import,
      options: [
        {
          type: ApplicationCommandOptionType.Attachment,
          name: 'list',
          description: texts.importList,
          required: true,
        },
      ],
    },
    { type: subcommand, name: 'export', description: texts.export },
  ],
};
