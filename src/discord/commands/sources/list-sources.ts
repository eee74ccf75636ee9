import { withoutWords } from '../../../archive/views/source-filter.js';
import { type GuildSource, guildSources } from '../../../store/guild-sources.js';
import type { BotContext } from '../../bot-context.js';
import { escaped } from '../../rendering/escape.js';
import { fitted, fittedAndEscaped } from '../../rendering/fit.js';
import { notice, type Outgoing } from '../../rendering/message.js';
import { feedState } from './feed-state.js';
import { nameOf } from './source-key.js';
import { sourcesTexts as texts } from './sources-texts.js';

/** How many sources are listed, and how much is shown of each. Together they fit into one message. */
const LISTED = 20;
const LINE = 180;
const NAME = 50;
const LABEL = 60;

/** The sources of a guild, how they are doing, and what came last. */
export async function listSources(
  guild: string,
  { store, service, sourcesPerServer }: BotContext,
): Promise<Outgoing> {
  if (sourcesPerServer === 0) return notice(texts.off);
  const own = await guildSources(store, guild);
  if (own.length === 0) return notice(texts.none);
  const lines = await Promise.all(own.slice(0, LISTED).map((source) => lineOf(source, service)));
  const rest = own.length - lines.length;
  return notice([texts.title, ...lines, ...(rest > 0 ? [texts.moreLines(rest)] : [])].join('\n'));
}

async function lineOf({ feed, excluded }: GuildSource, service: BotContext['service']): Promise<string> {
  const { articles } = await service.newest(0, 1, [withoutWords(feed.source, excluded)]);
  const parts = [
    feedState(feed),
    articles[0] === undefined ? texts.nothingYet : texts.last(fittedAndEscaped(articles[0].label, LABEL)),
    ...(excluded.length > 0 ? [texts.leavesOut(escaped(excluded.join(', ')))] : []),
  ];
  return `- ${fitted(`**${fittedAndEscaped(nameOf(feed), NAME)}**: ${parts.join(' · ')}`, LINE)}`;
}
