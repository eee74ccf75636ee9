import { ApplicationCommandType } from 'discord.js';
import { dateInWords } from '../../answer/quotes/citation.js';
import type { Overview } from '../../service/archive-service.js';
import { container, text } from '../rendering/message.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type SlashCommand } from './command.js';

export const about: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'about',
    description: texts.aboutCommand,
    ...ANYWHERE,
  },
  isPrivate: async () => true,
  async answer(_, { service }) {
    const overview = await service.overview();
    return { outgoing: container([text(texts.about(texts.articles(overview.articles), spanOf(overview)))]) };
  },
};

/** Says from when to when the articles are; empty if no date is known. */
function spanOf({ published }: Overview): string {
  return published === null ? '' : texts.span(dateInWords(published[0]), dateInWords(published[1]));
}
