import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { readZone } from '../../../digest/schedule/schedule-words.js';
import { suggestZones } from '../../../digest/schedule/zones.js';
import { readGuildDigests } from '../../../store/digest-schedules.js';
import { watchesOf } from '../../../store/watches/watches.js';
import { UserError } from '../../../user-error.js';
import type { Pace } from '../../../watch/pace.js';
import { readQuietHours } from '../../../watch/quiet-hours.js';
import { readSubject } from '../../../watch/subject.js';
import type { BotContext } from '../../bot-context.js';
import { escaped } from '../../rendering/escape.js';
import { fitted } from '../../rendering/fit.js';
import { CHOICE_NAME, CHOICES } from '../../rendering/limits.js';
import type { Outgoing } from '../../rendering/message.js';
import { renderWatch, renderWatches } from '../../rendering/watches/render-watches.js';
import { watchTexts as texts } from '../../rendering/watches/watch-texts.js';
import { channelPlace, privatePlace, setUpWatch } from '../../watches/new-watch.js';
import { guildOf, managedGuild, type SlashCommand } from '../command.js';
import { watchDefinition } from './definition.js';

/** How many alerts a day a watch sends unless told otherwise. */
export const USUAL_MOST = 3;

/** Sets up a watch, changes it, or lists what is watched. */
export const watch: SlashCommand = {
  definition: watchDefinition,
  isPrivate: async () => true,
  async answer(interaction, context) {
    const words = interaction.options.getString('words')?.trim() ?? '';
    const outgoing =
      words === '' ? await listed(interaction, context) : await watched(words, interaction, context);
    return { outgoing };
  },
  async suggest(interaction) {
    return suggestZones(interaction.options.getFocused(), CHOICES).map(({ zone, label }) => ({
      name: fitted(label, CHOICE_NAME),
      value: zone,
    }));
  },
};

async function listed(
  { guild, options, user, memberPermissions }: ChatInputCommandInteraction,
  { store }: BotContext,
): Promise<Outgoing> {
  // Whoever gives anything else wants a new watch, not the list.
  if (options.data.length > 0) throw new UserError('watch-words', texts.wordsMissing);
  const own = await watchesOf(store, { guild: null, person: user.id });
  const manages = guild !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
  const ofServer = manages ? await watchesOf(store, { guild: guild.id, person: null }) : [];
  return renderWatches(own, ofServer);
}

async function watched(
  words: string,
  interaction: ChatInputCommandInteraction,
  context: BotContext,
): Promise<Outgoing> {
  readSubject(words);
  const { client, options, user } = interaction;
  const channel = options.getChannel('channel');
  const pace = await paceOf(interaction, context);
  const place =
    channel === null
      ? await privatePlace(client, user.id)
      : await channelPlace(client, managedGuild(interaction), channel.id);
  const since = context.now();
  const set = await setUpWatch(context.store, { ...place, ...pace, words, story: null, since });
  return renderWatch(set, interaction.inGuild());
}

/** A server's clock is that of its first digest, unless another zone is named. */
async function paceOf({ guild, options }: ChatInputCommandInteraction, { store }: BotContext): Promise<Pace> {
  const zone = options.getString('timezone');
  const ofGuild = guildOf({ guild });
  const [usual] = ofGuild === null ? [] : await readGuildDigests(store, ofGuild);
  const typed = options.getString('quiet');
  const quiet = typed === null ? null : readQuietHours(typed);
  if (typed !== null && quiet === null)
    throw new UserError('quiet-unclear', texts.quietUnclear(escaped(typed)), texts.quietHint);
  return {
    most: options.getInteger('most') ?? USUAL_MOST,
    quiet,
    zone: zone === null ? (usual?.zone ?? 'UTC') : readZone(zone),
  };
}
