import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js';
import { customId, parseCustomId } from './custom-id.js';
import { countButton, type Outgoing } from './message.js';
import { texts } from './texts.js';

/** How many people found an answer helpful, and how many did not. */
export interface Votes {
  readonly helpful: number;
  readonly notIt: number;
}

export const VOTE = 'vote';
/** Says on a vote's button that the question may be kept. Buttons of older versions, which had it everywhere, lack it. */
export const KEPT = 'kept';

/** Renders the buttons that take votes, with the votes so far. */
export function voteButtons(
  { helpful, notIt }: Votes = { helpful: 0, notIt: 0 },
): [APIButtonComponentWithCustomId, APIButtonComponentWithCustomId] {
  return [
    countButton(customId(VOTE, 'helpful', KEPT), texts.helpful, helpful),
    countButton(customId(VOTE, 'not-it', KEPT), texts.notIt, notIt),
  ];
}

/** Returns a message that was sent, with the votes of now on its buttons. */
export function withVotes(components: readonly APIMessageTopLevelComponent[], votes: Votes): Outgoing {
  const [helpful, notIt] = voteButtons(votes);
  const counted = <T extends APIMessageTopLevelComponent | APIComponentInContainer>(component: T): T => {
    if (component.type === ComponentType.Container)
      return { ...component, components: component.components.map(counted) };
    if (component.type !== ComponentType.ActionRow) return component;
    const buttons = component.components.map((each) => {
      if (!('custom_id' in each) || parseCustomId(each.custom_id).action !== VOTE) return each;
      return parseCustomId(each.custom_id).fields[0] === 'helpful' ? helpful : notIt;
    });
    return { ...component, components: buttons };
  };
  return { components: components.map(counted) };
}
