import { quoteContext } from '../../answer/quotes/context.js';
import { UserError } from '../../user-error.js';
import { answerFurther, answerQuestion } from '../messages/answering.js';
import { questionOf } from '../messages/pressed-answer.js';
import { publicPlace } from '../messages/public-place.js';
import { quoteSign, wholeNumber } from '../rendering/custom-id.js';
import { MEANT } from '../rendering/render-answer.js';
import { renderContext } from '../rendering/render-context.js';
import { NEWEST_LISTED, renderNewest, renderPage } from '../rendering/render-source.js';
import { texts } from '../rendering/texts.js';
import { type Control, isEphemeral } from './command.js';
import { foundArticle } from './found-article.js';
import { cardOf } from './source.js';

/** Shows the paragraph around a quote, and why it was quoted. */
export const contextButton: Control = {
  action: 'context',
  updates: 'never',
  async answer(interaction, [first, last, sign, ...key], context) {
    const { article, summary } = await foundArticle(context, key.join(':'));
    const place = { first: wholeNumber(first), last: wholeNumber(last) };
    const found = quoteContext(article, { ...place, text: '' });
    if (found === null || quoteSign(found.quote) !== sign) throw new UserError('quote-gone', texts.quoteGone);
    const asked = await questionOf(interaction, context);
    const reading = asked && (await context.service.reading(asked.question, asked.previous, found.quote));
    return { outgoing: renderContext(found, { ...summary, article: summary.id }, reading) };
  },
};

/** Shows the next quotes. */
export const more: Control = {
  action: 'more',
  updates: 'private',
  async answer(interaction, [offset], context) {
    const asked = await questionOf(interaction, context);
    if (asked === null) throw new UserError('question-unknown', texts.unknownControl);
    return { outgoing: await answerFurther(context, asked, wholeNumber(offset)), asked };
  },
};

/** Answers the question with a word in place of what was likely a slip of the pen. */
export const meant: Control = {
  action: MEANT,
  updates: 'always',
  async answer(interaction, [typed = '', ...words], context) {
    const asked = await questionOf(interaction, context);
    if (asked === null) throw new UserError('question-unknown', texts.unknownControl);
    const corrected = { ...asked, question: asked.question.replace(typed, () => words.join(':')) };
    const place = isEphemeral(interaction) ? null : publicPlace(interaction.client, interaction.channelId);
    const { outgoing } = await answerQuestion(context, corrected, { place, isReply: false });
    return { outgoing, asked: corrected };
  },
};

/** Shows a page of the newest articles. */
export const newest: Control = {
  action: 'newest',
  updates: 'private',
  answer: async (_, [page], { service }) => ({
    outgoing: renderNewest(await service.newest(wholeNumber(page), NEWEST_LISTED)),
  }),
};

/** Shows a page of an article. */
export const read: Control = {
  action: 'read',
  updates: 'private',
  async answer(_, [page, ...key], context) {
    const { article, summary } = await foundArticle(context, key.join(':'));
    return { outgoing: renderPage(article, summary, wholeNumber(page)) };
  },
};

/** Shows the article picked from a menu. */
export const card: Control = {
  action: 'card',
  updates: 'private',
  async answer(interaction, _, context) {
    const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
    return { outgoing: await cardOf(context, key) };
  },
};
