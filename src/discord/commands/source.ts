import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { citationParts } from '../../answer/quotes/citation.js';
import type { ArticleSummary } from '../../archive/archive.js';
import { articleKey } from '../../service/article-key.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import { wholeNumber } from '../rendering/custom-id.js';
import { visible } from '../rendering/escape.js';
import { fitted, fittedAndEscaped } from '../rendering/fit.js';
import { CHOICE_NAME, CHOICES } from '../rendering/limits.js';
import type { Outgoing } from '../rendering/message.js';
import {
  type CardView,
  FOUND,
  NEWEST_LISTED,
  renderCard,
  renderFound,
  renderNear,
  renderNewest,
} from '../rendering/render-source.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type Control, type SlashCommand } from './command.js';
import { foundArticle } from './found-article.js';
import { isAnsweredInPrivate } from './privacy.js';

/** One more than a card offers, to know whether there are more. */
const ALTERNATIVES = 6;
/** Marks a value that was picked from the suggestions, as opposed to typed words. */
const SUGGESTED = 'article:';

export const source: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'source',
    description: texts.source,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'source',
        description: texts.sourceWords,
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', description: texts.private },
    ],
    ...ANYWHERE,
  },

  isPrivate: isAnsweredInPrivate,

  async answer(interaction, context) {
    const words = interaction.options.getString('source')?.trim() ?? '';
    if (words === '') return { outgoing: renderNewest(await context.service.newest(0, NEWEST_LISTED)) };
    if (words.startsWith(SUGGESTED))
      return { outgoing: await cardOf(context, words.slice(SUGGESTED.length)) };
    const { best, alternatives, near, mention, meant } = await context.service.lookUp(
      words,
      ALTERNATIVES + 1,
    );
    if (best !== null)
      return {
        outgoing: await cardOf(context, articleKey(best.id), {
          alternatives,
          mention,
          looked: { words, meant },
        }),
      };
    if (near) return { outgoing: renderNear(words, near) };
    throw new UserError('source-unknown', texts.noSource(fittedAndEscaped(words, CHOICE_NAME)));
  },

  async suggest(interaction, context) {
    const typed = interaction.options.getFocused();
    const { best, alternatives, near = [] } = await context.service.lookUp(typed, CHOICES);
    const found = best === null ? near : [best, ...alternatives];
    return found.map((article) => ({ name: choiceName(article), value: SUGGESTED + articleKey(article.id) }));
  },
};

function choiceName(article: ArticleSummary): string {
  return fitted(visible(citationParts(article).join(' · ')), CHOICE_NAME) || article.id.slice(0, CHOICE_NAME);
}

/** @throws UserError `article-gone` */
export async function cardOf(context: BotContext, key: string, view: CardView = {}): Promise<Outgoing> {
  const { article, summary } = await foundArticle(context, key);
  const story = await context.service.sameStory(article.id);
  return renderCard(summary, article, { ...view, story });
}

/** Shows a page of the articles that match the words. */
export const foundPage: Control = {
  action: FOUND,
  updates: 'private',
  async answer(_, [at, ...rest], { service }) {
    const page = wholeNumber(at);
    const words = rest.join(':');
    const { best, alternatives } = await service.lookUp(words, (page + 1) * NEWEST_LISTED + 1);
    const found = best === null ? [] : [best, ...alternatives];
    const shown = found.slice(page * NEWEST_LISTED, (page + 1) * NEWEST_LISTED);
    return { outgoing: renderFound(words, shown, page, found.length > (page + 1) * NEWEST_LISTED) };
  },
};
