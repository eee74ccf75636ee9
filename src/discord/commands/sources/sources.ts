import type { ChatInputCommandInteraction } from 'discord.js';
import { excludeWords, type GuildSource, guildSources, unfollowFeed } from '../../../store/guild-sources.js';
import { UserError } from '../../../user-error.js';
import type { BotContext } from '../../bot-context.js';
import { escaped } from '../../rendering/escape.js';
import { fittedAndEscaped } from '../../rendering/fit.js';
import { CHOICE_NAME, CHOICES } from '../../rendering/limits.js';
import { notice, noticeWithFile, type Outgoing } from '../../rendering/message.js';
import { managedGuild, type SlashCommand } from '../command.js';
import { definition } from './definition.js';
import { excludedWords } from './excluded-words.js';
import { importList } from './import-list.js';
import { listSources } from './list-sources.js';
import { nameOf, sourceKey } from './source-key.js';
import { sourcesTexts as texts } from './sources-texts.js';

/** How much of an address is repeated to whoever typed it. */
const TYPED = 200;

export const sources: SlashCommand = {
  definition,
  isPrivate: async () => true,
  async answer(interaction, context) {
    const guild = managedGuild(interaction);
    return { outgoing: await done(interaction, guild, context) };
  },
  async suggest(interaction, { store }) {
    const guild = managedGuild(interaction);
    const typed = interaction.options.getFocused().toLowerCase();
    return (await guildSources(store, guild))
      .filter(({ feed }) => `${feed.title ?? ''} ${feed.url}`.toLowerCase().includes(typed))
      .slice(0, CHOICES)
      .map(({ feed }) => ({ name: nameOf(feed).slice(0, CHOICE_NAME), value: sourceKey(feed) }));
  },
};

async function done(
  interaction: ChatInputCommandInteraction,
  guild: string,
  context: BotContext,
): Promise<Outgoing> {
  switch (interaction.options.getSubcommand()) {
    case 'add':
      return add(interaction, guild, context);
    case 'exclude':
      return exclude(interaction, guild, context);
    case 'remove':
      return remove(interaction, guild, context);
    case 'import':
      return importList(interaction, guild, context);
    case 'export':
      return exportList(guild, context);
    default:
      return listSources(guild, context);
  }
}

async function add(
  { options, channelId }: ChatInputCommandInteraction,
  guild: string,
  { service, sources }: BotContext,
): Promise<Outgoing> {
  const address = options.getString('address', true).trim();
  const { name, read, failure, isShared } = await service.followFeed(
    address,
    { guild, channel: channelId },
    true,
  );
  sources.forget(guild);
  const came =
    failure !== null
      ? texts.failed(escaped(failure))
      : read !== null
        ? texts.came(read.articles, read.refused)
        : isShared
          ? ''
          : texts.notReadYet;
  const line = texts.followed(escaped(name), came);
  return notice(`${line} ${isShared ? texts.sharedAnyway : texts.onlyHere}`);
}

async function exclude(
  { options }: ChatInputCommandInteraction,
  guild: string,
  { store, sources }: BotContext,
): Promise<Outgoing> {
  const { feed } = await chosen(options.getString('source', true), guild, store);
  const words = excludedWords(options.getString('words') ?? '');
  await excludeWords(store, guild, feed.source, words);
  sources.forget(guild);
  const name = escaped(nameOf(feed));
  return notice(
    words.length === 0 ? texts.excludesNothing(name) : texts.excluded(name, words.map(escaped).join(', ')),
  );
}

async function remove(
  { options }: ChatInputCommandInteraction,
  guild: string,
  { store, sources }: BotContext,
): Promise<Outgoing> {
  const { feed } = await chosen(options.getString('source', true), guild, store);
  await unfollowFeed(store, guild, feed.source);
  sources.forget(guild);
  return notice(texts.removed(escaped(nameOf(feed))));
}

async function exportList(guild: string, { service, store }: BotContext): Promise<Outgoing> {
  const own = await guildSources(store, guild);
  if (own.length === 0) return notice(texts.none);
  const subscriptions = own.map(({ feed: { title, url } }) => ({ title, url }));
  const data = await service.writeSubscriptions(subscriptions, texts.listTitle);
  return noticeWithFile(texts.exported(own.length), { name: texts.listName, data });
}

/** @throws UserError `source-missing` */
async function chosen(typed: string, guild: string, store: BotContext['store']): Promise<GuildSource> {
  const wanted = typed.trim();
  const own = await guildSources(store, guild);
  const found =
    own.find(({ feed }) => sourceKey(feed) === wanted || feed.url === wanted) ??
    own.find(({ feed }) => nameOf(feed).toLowerCase() === wanted.toLowerCase());
  if (found === undefined)
    throw new UserError('source-missing', texts.unknown(fittedAndEscaped(wanted, TYPED)));
  return found;
}
