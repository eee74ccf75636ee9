import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { type Feed, listFeeds, removeFeed } from '../../store/feeds.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import { escaped } from '../rendering/escape.js';
import { fitted } from '../rendering/fit.js';
import { ingestTexts as texts } from '../rendering/ingest-texts.js';
import { CHOICE_NAME, CHOICE_VALUE, CHOICES } from '../rendering/limits.js';
import { notice, type Outgoing } from '../rendering/message.js';
import type { SlashCommand } from './command.js';
import { FOR_OWNER, isOwner, requireOwner } from './owner.js';
import { feedState } from './sources/feed-state.js';

/** How many feeds are listed, and how much of each line is shown. Together they fit into one message. */
const LISTED = 20;
const LINE = 180;

const address = {
  type: ApplicationCommandOptionType.String,
  name: 'address',
  description: texts.feedAddress,
  required: true,
} as const;

export const feeds: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'feeds',
    description: texts.feedsCommand,
    ...FOR_OWNER,
    options: [
      { type: ApplicationCommandOptionType.Subcommand, name: 'list', description: texts.feedsList },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        description: texts.feedsAdd,
        options: [address],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'remove',
        description: texts.feedsRemove,
        options: [{ ...address, autocomplete: true }],
      },
    ],
  },
  isForOwner: true,
  isPrivate: async () => true,
  async answer(interaction, context) {
    await requireOwner(interaction);
    return { outgoing: await done(interaction, context) };
  },
  async suggest(interaction, { store }) {
    if (!isOwner(interaction)) return [];
    const typed = interaction.options.getFocused().toLowerCase();
    return (await listFeeds(store))
      .filter(({ url, title }) => `${title ?? ''} ${url}`.toLowerCase().includes(typed))
      .filter(({ url }) => url.length <= CHOICE_VALUE)
      .slice(0, CHOICES)
      .map(({ url, title }) => ({ name: (title ?? url).slice(0, CHOICE_NAME), value: url }));
  },
};

async function done(interaction: ChatInputCommandInteraction, context: BotContext): Promise<Outgoing> {
  const { options } = interaction;
  switch (options.getSubcommand()) {
    case 'add':
      return followed(options.getString('address', true).trim(), context);
    case 'remove': {
      const url = options.getString('address', true).trim();
      if (await removeFeed(context.store, url)) return notice(texts.feedRemoved);
      throw new UserError('feed-missing', texts.noSuchFeed(escaped(url)));
    }
    default:
      return listed(await listFeeds(context.store));
  }
}

async function followed(url: string, { service }: BotContext): Promise<Outgoing> {
  const { name, read, refused } = await service.addFeed(url);
  const counts = [texts.read(read), ...(refused > 0 ? [texts.refused(refused)] : [])];
  return notice(`**${escaped(name)}**: ${counts.join(', ')}.`);
}

function listed(all: readonly Feed[]): Outgoing {
  if (all.length === 0) return notice(texts.noFeeds);
  const lines = all.slice(0, LISTED).map((feed) => `- ${fitted(lineOf(feed), LINE)}`);
  const rest = all.length - lines.length;
  return notice([...lines, ...(rest > 0 ? [texts.moreFeeds(rest)] : [])].join('\n'));
}

function lineOf(feed: Feed): string {
  return `${escaped(feed.title ?? feed.url)}: ${feedState(feed)}`;
}
