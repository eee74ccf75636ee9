import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { escaped } from '../rendering/escape.js';
import { ingestTexts as texts } from '../rendering/ingest-texts.js';
import { notice } from '../rendering/message.js';
import { sourceParts } from '../rendering/render-quotes.js';
import type { SlashCommand } from './command.js';
import { FOR_OWNER, requireOwner } from './owner.js';

export const add: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'add',
    description: texts.addCommand,
    ...FOR_OWNER,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'address',
        description: texts.addAddress,
        required: true,
      },
    ],
  },
  isForOwner: true,
  isPrivate: async () => true,
  async answer(interaction, { service }) {
    await requireOwner(interaction);
    const address = interaction.options.getString('address', true).trim();
    const { kind, article, label, delay, notes = [] } = await service.addPage(address);
    const outcome = delay === undefined ? texts.added[kind] : texts.delayed;
    const line = `${outcome}: ${sourceParts({ ...article, label }).join(' · ')}`;
    return { outgoing: notice([line, ...notes.map((note) => texts.note(escaped(note)))].join('\n')) };
  },
};
