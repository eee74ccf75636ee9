import type { MessageComponentInteraction } from 'discord.js';
import { quoteContext } from '../../answer/context.js';
import { recordVote } from '../../store/feedback.js';
import { UserError } from '../../user-error.js';
import type { Desk } from '../bot-context.js';
import { answerFurther } from '../messages/answering.js';
import { type Asked, componentSchema } from '../rendering/asked.js';
import { quoteSign } from '../rendering/custom-id.js';
import { notice } from '../rendering/message.js';
import { renderContext } from '../rendering/render-context.js';
import { NEWEST_LISTED, renderNewest, renderPage } from '../rendering/render-source.js';
import { texts } from '../rendering/texts.js';
import { type Control, scopeOf } from './command.js';
import { foundArticle } from './found-article.js';
import { cardOf } from './source.js';

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
  async answer(interaction, [value], desk) {
    const helpful = value === 'helpful';
    const asked = desk.storeQuestions ? askedOn(interaction, desk) : null;
    const judged = { reply: interaction.message.id, user: interaction.user.id, scope: scopeOf(interaction) };
    const question = asked?.question ?? null;
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
