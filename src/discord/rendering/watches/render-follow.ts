import { type APIButtonComponentWithCustomId, type APIComponentInContainer, ComponentType } from 'discord.js';
import type { DigestStory } from '../../../digest/digest.js';
import { articleKey } from '../../../service/article-key.js';
import { customId } from '../custom-id.js';
import { fitted } from '../fit.js';
import { SELECT_LABEL } from '../limits.js';
import { button } from '../message.js';
import { watchTexts as texts } from './watch-texts.js';

export const FOLLOW = 'follow';
const PRIVATELY = 'me';

/** Renders the button that follows the story of an article. */
export function followButton(article: string): APIButtonComponentWithCustomId {
  return button(customId(FOLLOW, PRIVATELY, articleKey(article)), texts.follow);
}

/** Renders the menu that follows one of the stories of a digest; nothing if there are none. */
export function followStories(stories: readonly DigestStory[]): APIComponentInContainer[] {
  const options = new Map(
    stories.flatMap(({ headline, articles: [first] }) =>
      first === undefined
        ? []
        : [[articleKey(first.article), fitted(headline || first.label, SELECT_LABEL)] as const],
    ),
  );
  if (options.size === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customId(FOLLOW, PRIVATELY),
          placeholder: texts.followOne,
          options: Array.from(options, ([value, label]) => ({ label, value })),
        },
      ],
    },
  ];
}
