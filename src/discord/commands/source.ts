import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { citationParts } from '../../answer/quotes/citation.js';
import type { ArticleSummary } from '../../archive/archive.js';
import type { Mention } from '../../archive/text-lookup.js';
import { articleKey } from '../../service/article-key.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import { visible } from '../rendering/escape.js';
import { fitted, fittedAndEscaped } from '../rendering/fit.js';
import { CHOICE_NAME, CHOICES } from '../rendering/limits.js';
import type { Outgoing } from '../rendering/message.js';
import { NEWEST_LISTED, renderCard, renderNewest } from '../rendering/render-source.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type SlashCommand } from './command.js';
import { foundArticle } from './found-article.js';
import { isAnsweredInPrivate } from './privacy.js';

const ALTERNATIVES = 5;
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
    const { best, alternatives, mention } = await context.service.lookUp(words, ALTERNATIVES + 1);
    if (best === null)
      throw new UserError('source-unknown', texts.noSource(fittedAndEscaped(words, CHOICE_NAME)));
    return { outgoing: await cardOf(context, articleKey(best.id), alternatives, mention) };
  },

  async suggest(interaction, context) {
    const { best, alternatives } = await context.service.lookUp(interaction.options.getFocused(), CHOICES);
    const found = best === null ? [] : [best, ...alternatives];
    return found.map((article) => ({ name: choiceName(article), value: SUGGESTED + articleKey(article.id) }));
  },
};

function choiceName(article: ArticleSummary): string {
  return fitted(visible(citationParts(article).join(' · ')), CHOICE_NAME) || article.id.slice(0, CHOICE_NAME);
}

/** @throws UserError `article-gone` */
export async function cardOf(
  context: BotContext,
  key: string,
  alternatives: readonly ArticleSummary[] = [],
  mention?: Mention,
): Promise<Outgoing> {
  const { article, summary } = await foundArticle(context, key);
  return renderCard(summary, article, alternatives, mention);
}
