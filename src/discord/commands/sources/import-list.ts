import type { Attachment, ChatInputCommandInteraction } from 'discord.js';
import type { Subscription, SubscriptionList } from '../../../service/archive-service.js';
import { guildSources } from '../../../store/guild-sources.js';
import { UserError } from '../../../user-error.js';
import { type BotContext, logFault } from '../../bot-context.js';
import { editOriginal } from '../../messages/channel-messages.js';
import { fittedAndEscaped } from '../../rendering/fit.js';
import { DISPLAY_TEXT } from '../../rendering/limits.js';
import { notice, type Outgoing } from '../../rendering/message.js';
import { sourcesTexts as texts } from './sources-texts.js';

/** The largest list that is fetched, in megabytes. */
const LARGEST = 2;
/** How long fetching it may take, in milliseconds. */
const DEADLINE = 15_000;
/** How many feeds are looked at together. */
const TOGETHER = 4;
/** After so long no further feed is looked at, in milliseconds: Discord takes an answer for 15 minutes. */
const LONGEST = 10 * 60_000;
/** How often the progress is shown, in milliseconds. */
const SHOWN_EVERY = 2_000;
/** How much is shown of a feed's name, and of why it is not followed. */
const NAME = 80;
const REASON = 160;

/** After these, no further feed can be added. */
const ENDS: ReadonlySet<string> = new Set(['source-guild-full', 'source-all-full', 'sources-off']);

/** What became of the feeds of a list. */
interface Imported {
  readonly followed: string[];
  readonly refused: { readonly name: string; readonly why: string }[];
  known: number;
  /** Why the rest was not tried; null if all were. */
  end: string | null;
  done: number;
}

/** Lets a guild follow the feeds of an attached list, and shows how far it is meanwhile. */
export async function importList(
  interaction: ChatInputCommandInteraction,
  guild: string,
  context: BotContext,
): Promise<Outgoing> {
  const attachment = interaction.options.getAttachment('list', true);
  const list = await context.service.readSubscriptions(await fetched(attachment), attachment.name);
  const own = await guildSources(context.store, guild);
  const followed = new Set(own.flatMap(({ feed }) => [feed.url, feed.source]));
  const open = list.subscriptions.filter(({ url }) => !followed.has(url));
  const imported: Imported = {
    followed: [],
    refused: [],
    known: list.subscriptions.length - open.length,
    end: null,
    done: 0,
  };
  const until = context.now() + LONGEST;
  const stop = showing(interaction, imported, open.length, context);
  try {
    const follower = { guild, channel: interaction.channelId };
    const queue = open.values();
    const work = async (): Promise<void> => {
      for (const each of queue) {
        if (context.now() > until) imported.end ??= texts.tookTooLong;
        if (imported.end !== null) return;
        await follow(each, follower, context, imported);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
  } finally {
    await stop();
    context.sources.forget(guild);
  }
  return notice(told(imported, list, open.length));
}

async function follow(
  { url, title }: Subscription,
  follower: { readonly guild: string; readonly channel: string },
  { service }: BotContext,
  imported: Imported,
): Promise<void> {
  try {
    const { name } = await service.followFeed(url, follower, false);
    imported.followed.push(name);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (ENDS.has(error.code)) {
      imported.end = error.message;
      return;
    }
    if (error.code === 'source-known') imported.known += 1;
    else imported.refused.push({ name: title ?? url, why: error.message });
  }
  imported.done += 1;
}

/** Shows the progress until it is told to stop, which waits for the last showing. */
function showing(
  interaction: ChatInputCommandInteraction,
  imported: Imported,
  total: number,
  context: BotContext,
): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = last
      .then(() => editOriginal(interaction, notice(texts.importing(imported.done, total))))
      .catch((error: unknown) => void logFault(context, error));
  }, SHOWN_EVERY);
  return async () => {
    clearInterval(timer);
    await last;
  };
}

/** @throws UserError `list-large`, `list-unreachable` */
async function fetched({ url, size }: Attachment): Promise<Uint8Array> {
  if (size > LARGEST * 1024 * 1024) throw new UserError('list-large', texts.listTooLarge(LARGEST));
  // The address comes from Discord, which also says how large it is.
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE) });
    if (!response.ok) throw new Error(`Discord answers ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new UserError('list-unreachable', texts.listUnreachable, null, { cause });
  }
}

function told(
  { followed, refused, known, end, done }: Imported,
  { duplicates, unusable }: SubscriptionList,
  total: number,
): string {
  const counts = [
    ...(known > 0 ? [texts.knownAlready(known)] : []),
    ...(duplicates > 0 ? [texts.duplicates(duplicates)] : []),
    ...(unusable > 0 ? [texts.unusable(unusable)] : []),
    ...(end !== null ? [texts.notTried(total - done, end)] : []),
  ].map((line) => `- ${line}`);
  const results = [
    ...refused.map(({ name, why }) =>
      texts.isRefused(fittedAndEscaped(name, NAME), fittedAndEscaped(why, REASON)),
    ),
    ...followed.map((name) => texts.isFollowed(fittedAndEscaped(name, NAME))),
  ];
  const title = followed.length > 0 ? texts.imported(followed.length) : texts.importedNone;
  return fittingLines([title, ...counts, ...results], DISPLAY_TEXT);
}

/** As many of the lines as fit, and how many do not. */
function fittingLines(lines: readonly string[], limit: number): string {
  let shown = lines.length;
  const text = (): string =>
    [...lines.slice(0, shown), ...(shown < lines.length ? [texts.moreLines(lines.length - shown)] : [])].join(
      '\n',
    );
  while (text().length > limit) shown -= 1;
  return text();
}
