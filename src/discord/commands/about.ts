import { ApplicationCommandType } from 'discord.js';
import { dateInWords } from '../../answer/citation.js';
import type { Archive } from '../../archive/archive.js';
import { ANYWHERE, type SlashCommand } from '../command.js';
import { container, text } from '../message.js';
import { texts } from '../texts.js';

export const about: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'about',
    description: texts.aboutCommand,
    ...ANYWHERE,
  },
  isPrivate: async () => true,
  answer: async (_, { archive }) => ({
    outgoing: container([text(texts.about(texts.articles(archive.articleCount), spanOf(archive)))]),
  }),
};

/** From when to when the articles are; empty where no date is known. */
function spanOf(archive: Archive): string {
  const days = archive
    .articles()
    .flatMap(({ published }) => published?.slice(0, 10) ?? [])
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? '' : texts.span(dateInWords(first), dateInWords(last));
}
