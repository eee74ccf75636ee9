import type { MessageComponentInteraction } from 'discord.js';
import { quoteContext } from '../../answer/quotes/context.js';
import { recordVote } from '../../store/feedback.js';
import { findAnsweredMessage } from '../../store/replies.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import { answerFurther } from '../messages/answering.js';
import { publicPlace } from '../messages/public-place.js';
import { type Asked, componentSchema } from '../rendering/asked.js';
import { quoteSign } from '../rendering/custom-id.js';
import { notice } from '../rendering/message.js';
import { KEPT } from '../rendering/render-answer.js';
import { renderContext } from '../rendering/render-context.js';
import { NEWEST_LISTED, renderNewest, renderPage } from '../rendering/render-source.js';
import { texts } from '../rendering/texts.js';
import { type Control, isEphemeral } from './command.js';
import { foundArticle } from './found-article.js';
import { cardOf } from './source.js';

/** Shows the paragraph around a quote, and why it was quoted. */
export const contextButton: Control = {
  action: 'context',
  turnsPage: false,
  async answer(interaction, [first, last, sign, ...key], context) {
    const { article, summary } = await foundArticle(context, key.join(':'));
    const place = { first: Number(first), last: Number(last) };
    const found = quoteContext(article, { ...place, text: '' });
    if (found === null || quoteSign(found.quote) !== sign) throw new UserError('quote-gone', texts.quoteGone);
    const asked = askedOn(interaction, context);
    const reading = asked && (await context.service.reading(asked.question, asked.previous, found.quote));
    return { outgoing: renderContext(found, { ...summary, article: summary.id }, reading) };
  },
};

/** Shows the next quotes. */
export const more: Control = {
  action: 'more',
  turnsPage: true,
  async answer(interaction, [offset], context) {
    const asked = askedOn(interaction, context);
    if (asked === null) throw new UserError('question-unknown', texts.unknownControl);
    return { outgoing: await answerFurther(context, asked, Number(offset)), asked };
  },
};

/** Records a vote: Helpful or Not it. */
export const vote: Control = {
  action: 'vote',
  turnsPage: false,
  async answer(interaction, [value, kept], context) {
    const helpful = value === 'helpful';
    const place = isEphemeral(interaction) ? null : publicPlace(interaction.client, interaction.channelId);
    if (kept !== KEPT || place === null || !context.storeQuestions)
      return { outgoing: notice(texts.voteNotKept) };
    const question = askedOn(interaction, context)?.question ?? null;
    const { message, user } = interaction;
    const reply = message.id;
    const answered =
      message.reference?.messageId ?? (await findAnsweredMessage(context.store, reply)) ?? reply;
    const judged = { reply, message: answered, place, user: user.id };
    await recordVote(context.store, { ...judged, helpful, question }, new Date(context.now()));
    return { outgoing: notice(helpful ? texts.thanksHelpful : texts.thanksNotIt) };
  },
};

/** Shows a page of the newest articles. */
export const newest: Control = {
  action: 'newest',
  turnsPage: true,
  answer: async (_, [page], { service }) => ({
    outgoing: renderNewest(await service.newest(Number(page), NEWEST_LISTED)),
  }),
};

/** Shows a page of an article. */
export const read: Control = {
  action: 'read',
  turnsPage: true,
  async answer(_, [page, ...key], context) {
    const { article, summary } = await foundArticle(context, key.join(':'));
    return { outgoing: renderPage(article, summary, Number(page)) };
  },
};

/** Shows the article picked from a menu. */
export const card: Control = {
  action: 'card',
  turnsPage: true,
  async answer(interaction, _, context) {
    const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
    return { outgoing: await cardOf(context, key) };
  },
};

/** Returns the question behind the answer whose button was pressed. */
function askedOn({ message }: MessageComponentInteraction, { recent }: BotContext): Asked | null {
  const components = message.components.map((component) => componentSchema.parse(component.toJSON()));
  return recent.find(message.id, components);
}
