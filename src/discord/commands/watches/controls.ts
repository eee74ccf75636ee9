import { PermissionFlagsBits } from 'discord.js';
import { endWatch, readWatch } from '../../../store/watches/watches.js';
import { UserError } from '../../../user-error.js';
import { WORDS_LIMIT } from '../../../watch/subject.js';
import { customId, wholeNumber } from '../../rendering/custom-id.js';
import { fitted } from '../../rendering/fit.js';
import { CUSTOM_ID } from '../../rendering/limits.js';
import { button, buttonRow, notice } from '../../rendering/message.js';
import { STOP_WATCH } from '../../rendering/watches/render-alert.js';
import { FOLLOW } from '../../rendering/watches/render-follow.js';
import { renderFollowed } from '../../rendering/watches/render-watches.js';
import { watchTexts as texts } from '../../rendering/watches/watch-texts.js';
import { STORY_ENDS_AFTER } from '../../watches/clock.js';
import { channelPlace, privatePlace, setUpWatch } from '../../watches/new-watch.js';
import { type AnyInteraction, type Control, managedGuild } from '../command.js';
import { foundArticle } from '../found-article.js';
import { USUAL_MOST } from './watch.js';

/** How many articles of a story are taken to know it again. */
const STORY_ARTICLES = 8;
/** Says that a story is followed in the channel where the button was pressed. */
const HERE = 'here';

/** Stops a watch, for whoever it belongs to. */
export const stopWatch: Control = {
  action: STOP_WATCH,
  updates: 'private',
  async answer(interaction, [field], { store, log }) {
    const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [field];
    const watch = await readWatch(store, wholeNumber(chosen));
    if (watch === null) return { outgoing: notice(texts.gone) };
    const isOwn = watch.person === interaction.user.id;
    if (!isOwn && (watch.guild === null || watch.guild !== managedGuild(interaction)))
      throw new UserError('watch-not-yours', texts.notYours);
    await endWatch(store, watch.id);
    log.info(`Watch ${watch.id} was stopped`);
    return { outgoing: notice(texts.stopped) };
  },
};

/** Follows the story of an article: in private, or in the channel for those who manage the server. */
export const follow: Control = {
  action: FOLLOW,
  updates: 'never',
  async answer(interaction, [place = '', ...fields], context) {
    const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [];
    const key = chosen ?? fields.join(':');
    const { summary } = await foundArticle(context, key);
    const others = await context.service.sameStory(summary.id);
    const story = [summary, ...others].slice(0, STORY_ARTICLES).map(({ id }) => id);
    const { client, user, channelId } = interaction;
    const watch = await setUpWatch(context.store, {
      ...(place === HERE
        ? await channelPlace(client, managedGuild(interaction), channelId)
        : await privatePlace(client, user.id)),
      words: fitted(summary.label, WORDS_LIMIT),
      story,
      most: USUAL_MOST,
      quiet: null,
      zone: 'UTC',
      since: context.now(),
    });
    const here = customId(FOLLOW, HERE, key);
    const offers = place !== HERE && manages(interaction) && here.length <= CUSTOM_ID;
    const more = offers ? [buttonRow(button(here, texts.followHere))] : [];
    return { outgoing: renderFollowed(watch, STORY_ENDS_AFTER, interaction.inGuild(), more) };
  },
};

function manages({ guild, memberPermissions }: AnyInteraction): boolean {
  return guild !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}
