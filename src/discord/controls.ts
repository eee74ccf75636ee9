import type { MessageComponentInteraction } from 'discord.js';
import { quoteContext } from '../answer/context.js';
import { recordVote } from '../store/feedback.js';
import { findAnsweredMessage } from '../store/replies.js';
import { UserError } from '../user-error.js';
import { answerFurther } from './answering.js';
import { type Asked, componentSchema } from './asked.js';
import { type Control, isEphemeral } from './command.js';
import { cardOf } from './commands/source.js';
import { quoteSign } from './custom-id.js';
import type { Desk } from './desk.js';
import { foundArticle } from './found-article.js';
import { notice } from './message.js';
import { publicPlace } from './privacy.js';
import { KEPT } from './render-answer.js';
import { renderContext } from './render-context.js';
import { NEWEST_LISTED, renderNewest, renderPage } from './render-source.js';
import { texts } from './texts.js';

/** The paragraph around a quote, and why it was quoted. */
export const context: Control = {
  action: 'context',
  turnsPage: false,
  async answer(interaction, [first, last, sign, ...key], desk) {
    const { article, summary } = await foundArticle(desk, key.join(':'));
    const place = { first: Number(first), last: Number(last) };
    const found = quoteContext(article, { ...place, text: '' });
    if (found === null || quoteSign(found.quote) !== sign) throw new UserError('quote-gone', texts.quoteGone);
    const asked = askedOn(interaction, desk);
    const reading = asked && (await desk.newsroom.reading(asked.question, asked.previous, found.quote));
    return { outgoing: renderContext(found, { ...summary, article: summary.id }, reading) };
  },
};

/** The next quotes. */
export const more: Control = {
  action: 'more',
  turnsPage: true,
  async answer(interaction, [offset], desk) {
    const asked = askedOn(interaction, desk);
    if (asked === null) throw new UserError('question-unknown', texts.unknownControl);
    return { outgoing: await answerFurther(desk, asked, Number(offset)), asked };
  },
};

/** Helpful, or not it. */
export const vote: Control = {
  action: 'vote',
  turnsPage: false,
  async answer(interaction, [value, kept], desk) {
    const helpful = value === 'helpful';
    const place = isEphemeral(interaction) ? null : publicPlace(interaction.client, interaction.channelId);
    if (kept !== KEPT || place === null || !desk.storeQuestions)
      return { outgoing: notice(texts.voteNotKept) };
    const question = askedOn(interaction, desk)?.question ?? null;
    const { message, user } = interaction;
    const reply = message.id;
    const answered = message.reference?.messageId ?? (await findAnsweredMessage(desk.store, reply)) ?? reply;
    const judged = { reply, message: answered, place, user: user.id };
    await recordVote(desk.store, { ...judged, helpful, question }, new Date(desk.now()));
    return { outgoing: notice(helpful ? texts.thanksHelpful : texts.thanksNotIt) };
  },
};

/** A page of the newest articles. */
export const newest: Control = {
  action: 'newest',
  turnsPage: true,
  answer: async (_, [page], { newsroom }) => ({
    outgoing: renderNewest(await newsroom.newest(Number(page), NEWEST_LISTED)),
  }),
};

/** A page of an article. */
export const read: Control = {
  action: 'read',
  turnsPage: true,
  async answer(_, [page, ...key], desk) {
    const { article, summary } = await foundArticle(desk, key.join(':'));
    return { outgoing: renderPage(article, summary, Number(page)) };
  },
};

/** An article was picked from a menu. */
export const card: Control = {
  action: 'card',
  turnsPage: true,
  async answer(interaction, _, desk) {
    const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
    return { outgoing: await cardOf(desk, key) };
  },
};

/** What was asked in the answer whose button was pressed. */
function askedOn({ message }: MessageComponentInteraction, { recent }: Desk): Asked | null {
  const components = message.components.map((component) => componentSchema.parse(component.toJSON()));
  return recent.find(message.id, components);
}
